/** Mallory alone, with two ends that the test plays. */

import { ellswiftCreate, Networks, type Role, V2Transport } from '@v2scope/bip324'
import type { ConnectionFailure, ConnectionHandlers } from '@v2scope/recording'
import { seededRandom } from '../../recording/src/seeded-random.js'
import { MalloryConnection } from '../src/mallory/mallory-connection.js'
import type { MalloryPlan } from '../src/mallory/mallory-plan.js'
import type { Piece } from '../src/mallory/piece.js'

const { magic } = Networks.regtest

export const transport = (role: Role, seed: string, garbage = 100) => {
  const random = seededRandom(seed)
  return new V2Transport({
    role,
    magic,
    keyPair: ellswiftCreate(random),
    garbage: random(garbage),
    maxContents: 2 ** 24 - 1,
  })
}

/** What the two ends get, and how they are told of an end. */
export function malloryWires(role: Role, mode: MalloryPlan['mode'] = 'between', isOpen = true) {
  const timers: (() => void)[] = []
  const toUs: Uint8Array[] = []
  const toPeer: Uint8Array[] = []
  const ends: (string | ConnectionFailure)[] = []
  const read: Piece[] = []
  const inner: { handlers?: ConnectionHandlers; isClosed: boolean; backlog: number } = {
    isClosed: false,
    backlog: 0,
  }
  const mallory = new MalloryConnection({
    mode,
    settings: { role, magic },
    world: {
      now: () => 0,
      unixTime: () => 0,
      random: seededRandom('mallory'),
      after: (_, action) => {
        timers.push(action)
        return () => void timers.splice(timers.indexOf(action), 1)
      },
    },
    connect: (handlers) => {
      inner.handlers = handlers
      return {
        open: () => {
          if (isOpen) handlers.onOpen({ local: 'here' })
        },
        send: (bytes) => toPeer.push(bytes),
        close: () => {
          inner.isClosed = true
        },
        get backlog() {
          return inner.backlog
        },
        peerReportedSessionId: 'ab',
      }
    },
    handlers: {
      onOpen: ({ local }) => ends.push(`open ${local}`),
      onBytes: (bytes) => toUs.push(bytes),
      onEnd: () => ends.push('end'),
      onFailure: (failure) => ends.push(failure),
      onChange: () => {},
    },
    onPiece: (piece) => {
      read.push(piece)
      return [piece]
    },
  })
  mallory.open()
  return {
    mallory,
    read,
    ends,
    inner,
    peer: {
      says: (bytes: Uint8Array) => inner.handlers?.onBytes(bytes),
      ends: () => inner.handlers?.onEnd(),
      fails: (failure: ConnectionFailure) => inner.handlers?.onFailure(failure),
    },
    /** What has come to us and to the peer since the last call. */
    toUs: () => {
      for (const action of timers.splice(0)) action()
      return new Uint8Array(Buffer.concat(toUs.splice(0)))
    },
    toPeer: () => new Uint8Array(Buffer.concat(toPeer.splice(0))),
    /** Nothing that she was told to do right after is done before this. */
    pending: () => timers.length,
  }
}

export type MalloryWires = ReturnType<typeof malloryWires>

interface End {
  receive(bytes: Uint8Array): unknown
  takeOutput(): readonly { readonly bytes: Uint8Array }[]
}

/** Carries bytes between Mallory and both ends until none are left. @returns what each was told */
export function carry(wires: MalloryWires, ours: End, theirs: End) {
  const told = { ours: [] as unknown[], theirs: [] as unknown[] }
  for (;;) {
    const fromUs = Buffer.concat(ours.takeOutput().map(({ bytes }) => bytes))
    if (fromUs.length > 0) wires.mallory.send(new Uint8Array(fromUs))
    const toPeer = wires.toPeer()
    if (toPeer.length > 0) told.theirs.push(...[theirs.receive(toPeer)].flat())
    const fromPeer = Buffer.concat(theirs.takeOutput().map(({ bytes }) => bytes))
    if (fromPeer.length > 0) wires.peer.says(new Uint8Array(fromPeer))
    const toUs = wires.toUs()
    if (toUs.length > 0) told.ours.push(...[ours.receive(toUs)].flat())
    if (fromUs.length + toPeer.length + fromPeer.length + toUs.length === 0) return told
  }
}
