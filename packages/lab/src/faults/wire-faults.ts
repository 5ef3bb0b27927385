/** Faults of the wire that the Lab offers: each interference and each part of the stream, in both directions. */

import { MAX_GARBAGE_LEN } from '@v2scope/bip324'
import type { CatalogueFault } from './catalogue-fault.js'
import {
  AUTHENTICATION_FAILED,
  type Expectation,
  fails,
  nothingChanges,
  outOfStep,
  PACKET_TOO_LARGE,
  stalls,
  stallsInHandshake,
  TERMINATOR_MISSING,
  unlessLongGarbage,
} from './expectation.js'
import type { Interference, PacketPart, Place, WireFault } from './wire-fault.js'

interface Entry {
  readonly name: string
  readonly where: Place
  readonly what: Interference
  /** The first above all. */
  readonly rows: readonly string[]
  readonly expected: Expectation
}

/** Of ours, in bytes: some, and so little that whoever looks through it finds no 4111. */
const GARBAGE = 100
/** Of the 24 bits of a length field: beyond any packet that comes here, within the limit; beyond the limit. */
const STALLING_BIT = 20
const OVERSIZE_BIT = 23
/** The last of a key. */
const KEY_BIT = 511
const DELAY_MS = 1000
/** How often a peer's garbage, and what follows it, fills the 4111 bytes: the demo node sends up to 3 decoys. */
const LONG_GARBAGE = { demo: 0.09, bitcoind: 0.005 }

const flip = (bit: number): Interference => ({ kind: 'flip', bits: [bit] })
const next = (part?: PacketPart): Place => ({ at: 'next packet', ...(part && { part }) })

const HANDSHAKE: readonly Entry[] = [
  {
    name: 'flip-key',
    where: { at: 'key' },
    what: flip(KEY_BIT),
    rows: ['H5', 'K1', 'S4'],
    expected: unlessLongGarbage(
      stallsInHandshake({ sent: 'V2 handshake timeout', received: 'V2 handshake timeout' }),
      LONG_GARBAGE,
    ),
  },
  {
    name: 'flip-garbage',
    where: { at: 'garbage' },
    what: flip(0),
    rows: ['H6', 'P5'],
    expected: fails(AUTHENTICATION_FAILED),
  },
  {
    name: 'insert-garbage',
    where: { at: 'garbage' },
    what: { kind: 'insert', bytes: new Uint8Array(MAX_GARBAGE_LEN + 1) },
    rows: ['H5'],
    expected: fails(TERMINATOR_MISSING),
  },
  {
    name: 'flip-terminator',
    where: { at: 'terminator' },
    what: flip(0),
    rows: ['H5', 'S4'],
    expected: (direction) => {
      const log = { sent: 'V2 handshake timeout', received: 'version handshake timeout' }
      const stall = stallsInHandshake(log)
      return (direction === 'sent' ? stall : unlessLongGarbage(stall, LONG_GARBAGE))(direction)
    },
  },
]

/** Once version and verack have been exchanged. */
const PACKETS: readonly Entry[] = [
  {
    name: 'flip-length-stalls',
    where: next('length field'),
    what: flip(STALLING_BIT),
    rows: ['P4', 'P3', 'S4'],
    expected: stalls,
  },
  {
    name: 'flip-length-oversize',
    where: next('length field'),
    what: flip(OVERSIZE_BIT),
    rows: ['P3', 'P4'],
    expected: fails(PACKET_TOO_LARGE),
  },
  { ...notAuthentic('flip-header', flip(7), 'header'), rows: ['P5', 'P2'] },
  notAuthentic('flip-contents', flip(0), 'contents'),
  notAuthentic('flip-tag', flip(0), 'tag'),
  notAuthentic('insert', { kind: 'insert', bytes: Uint8Array.of(0) }, 'tag'),
  notAuthentic('drop-byte', { kind: 'drop', length: 1 }, 'tag'),
  {
    name: 'truncate',
    where: next(),
    what: { kind: 'truncate', keep: 10 },
    rows: ['P4'],
    expected: fails({ code: 'CLOSED_IN_PACKET', row: 'P4', nodeLog: 'socket closed' }),
  },
  anotherTurn('drop', { kind: 'drop' }),
  anotherTurn('duplicate', { kind: 'duplicate' }),
  anotherTurn('replay', { kind: 'replay', after: 2 }),
  anotherTurn('reorder', { kind: 'reorder' }),
]

/** They change nothing. */
const PACE: readonly Entry[] = [
  {
    name: 'delay',
    where: next(),
    what: { kind: 'delay', ms: DELAY_MS },
    rows: ['H8', 'S4'],
    expected: nothingChanges,
  },
  {
    name: 'fragment',
    where: { at: 'key' },
    what: { kind: 'fragment', size: 1 },
    rows: ['H8'],
    expected: nothingChanges,
  },
]

/** One packet is not what was sealed. */
function notAuthentic(name: string, what: Interference, part: PacketPart): Entry {
  return { name, where: next(part), what, rows: ['P5'], expected: fails(AUTHENTICATION_FAILED) }
}

/** A packet that is whole and was sealed, and comes when it is not its turn. */
function anotherTurn(name: string, what: Interference): Entry {
  return { name, where: next(), what, rows: ['C2', 'P3', 'P4'], expected: outOfStep }
}

function inDirection(
  { name, where, what, rows, expected }: Entry,
  direction: WireFault['direction'],
): CatalogueFault {
  return {
    id: `${name}-${direction}`,
    plan: { on: 'wire', fault: { direction, where, what } },
    settings: { garbage: GARBAGE },
    rows,
    expected: expected(direction),
  }
}

export const WIRE_FAULTS: readonly CatalogueFault[] = [...HANDSHAKE, ...PACKETS, ...PACE].flatMap(
  (entry) => [inDirection(entry, 'sent'), inDirection(entry, 'received')],
)
