/** A session of ours whose far end is a peer in memory, on a clock and a wire that the test moves. */

import { Peer, type PeerEvent } from '@v2scope/peer'
import {
  type ConnectionHandlers,
  type Recording,
  SessionRun,
  type SessionSettings,
  type TimedEvent,
} from '../src/index.js'
import { seededRandom } from '../src/seeded-random.js'
import { simulatedSettings } from './settings.js'

const MINUTE = 60_000

/** Pieces of a stream: the lengths of the fragments, taken one after the other, over and over. */
export type Fragments = readonly number[]

interface Options {
  readonly settings?: Partial<SessionSettings>
  readonly hold?: boolean
  readonly fragments?: Fragments
}

export function heldSession({ settings: given, hold = true, fragments = [] }: Options = {}) {
  const settings = simulatedSettings('x', { garbage: 100, ...given })
  const { seed: _, ...unseeded } = settings
  const events: TimedEvent[] = []
  const told: PeerEvent[] = []
  /** What has reached the connection, a chunk for each `send`. */
  const sent: Uint8Array[] = []
  const wire: { handlers?: ConnectionHandlers } = {}
  const clock = { ms: 0 }
  const timers = new Set<{ readonly at: number; readonly action: () => void }>()
  const world = {
    now: () => clock.ms,
    unixTime: () => 1_700_000_000,
    random: seededRandom('ours'),
    after: (ms: number, action: () => void) => {
      const timer = { at: clock.ms + ms, action }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }
  const theirs = new Peer({
    role: settings.role === 'initiator' ? 'responder' : 'initiator',
    magic: settings.magic,
    transport: settings.transport,
    random: seededRandom('theirs'),
    now: () => clock.ms,
    unixTime: () => 1_700_000_000,
    garbageLength: 200,
    timeouts: { handshakeMs: 1000 * MINUTE, silenceMs: 1000 * MINUTE, pongMs: 1000 * MINUTE },
    onEvent: (event) => told.push(event),
  })
  const run = new SessionRun({
    settings,
    world,
    hold,
    connect: (handlers) => {
      wire.handlers = handlers
      return {
        open: () => handlers.onOpen({}),
        send: (bytes) => void sent.push(bytes),
        close: () => {},
        backlog: 0,
        peerReportedSessionId: undefined,
      }
    },
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  let arrived = 0
  /** Carries what is on the wire, both ways, until nothing is. */
  const carry = () => {
    for (;;) {
      const up = sent.slice(arrived)
      arrived = sent.length
      for (const bytes of up) theirs.receive(bytes)
      const down = Buffer.concat(theirs.takeOutput().map(({ bytes }) => bytes))
      for (const part of cut(down, fragments)) wire.handlers?.onBytes(part)
      if (up.length + down.length === 0) return
    }
  }
  const pass = (ms: number) => {
    const end = clock.ms + ms
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      timers.delete(next)
      clock.ms = Math.max(clock.ms, next.at)
      next.action()
    }
    clock.ms = end
  }
  run.start()
  carry()
  return {
    run,
    settings,
    events,
    theirs,
    told,
    carry,
    pass,
    sent: () => new Uint8Array(Buffer.concat(sent)),
    /** Types of what has been told as sent, in order. */
    types: () => events.flatMap(({ type, direction }) => (direction === 'sent' ? [type] : [])),
    /** The peer hangs up. */
    end: () => wire.handlers?.onEnd(),
    recording: (): Recording => ({
      level: 'secrets',
      application: 'test',
      origin: 'live',
      startedAt: '2026-01-01T00:00:00.000Z',
      settings: { ...unseeded, peer: 'mine' },
      events,
      standing: run.standing(0),
      time: run.time,
    }),
  }
}

export type HeldSession = ReturnType<typeof heldSession>

function cut(bytes: Uint8Array, fragments: Fragments): Uint8Array[] {
  const parts: Uint8Array[] = []
  let at = 0
  for (let n = 0; at < bytes.length; n++) {
    const length = fragments.length > 0 ? (fragments[n % fragments.length] ?? 1) : bytes.length
    parts.push(Uint8Array.from(bytes.subarray(at, at + length)))
    at += length
  }
  return parts
}
