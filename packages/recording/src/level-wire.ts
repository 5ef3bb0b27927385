/** What anybody on the path sees of a session: two keys, and bytes with their direction and time. */

import { concatBytes } from '@v2scope/bip324'
import type { SessionFailure, SessionStanding } from './session-status.js'
import type { TimedEvent, WireBytesEvent } from './timed-event.js'

/** Their words tell only of what is in the clear. */
const TOLD_OF_THE_CLEAR: ReadonlySet<string> = new Set([
  'V1_OTHER_NETWORK',
  'V1_BAD_MAGIC',
  'V1_PAYLOAD_TOO_LARGE',
  'CLOSED_BEFORE_KEY',
  'PEER_SILENT',
  'NO_BRIDGE',
  'BRIDGE_FULL',
  'PAGE_REFUSED',
  'UPGRADE_REFUSED',
  'FIRST_BYTE_TIMEOUT',
  'BAD_SETTINGS',
])
const OF_THE_RELAY = 'RELAY_'
const NOT_TOLD = 'Why is left out: it would tell what was decrypted.'

/** Bytes of the same direction and time that come one after another. */
interface Run {
  readonly first: TimedEvent & { readonly direction: 'sent' | 'received' }
  readonly parts: Uint8Array[]
}

export interface WireEvents {
  readonly events: readonly TimedEvent[]
  /** The new `seq` of the last event up to one with this `seq`; -1 where there is none. */
  readonly renumbered: (seq: number) => number
}

/**
 * The events of the wire, numbered anew: gaps in the numbers would tell of what is left out.
 * Times are whole ms: what one read brought is taken apart in less, so that it stays one run.
 */
export function wireEvents(events: readonly TimedEvent[]): WireEvents {
  const kept: TimedEvent[] = []
  const lastBefore: { readonly seq: number; readonly now: number }[] = []
  let run: Run | undefined
  const endRun = () => {
    if (run) kept.push(wireBytes(run, kept.length))
    run = undefined
  }
  for (const event of answersLast(withoutRepeats(events))) {
    const time = Math.floor(event.time)
    if (isInTheClear(event)) {
      endRun()
      kept.push({ ...event, time, seq: kept.length })
    } else if (event.direction !== 'local' && event.bytes.length > 0) {
      if (run?.first.direction !== event.direction || run.first.time !== time) {
        endRun()
        run = { first: { ...event, direction: event.direction, time }, parts: [] }
      }
      run?.parts.push(event.bytes)
    } else continue
    lastBefore.push({ seq: event.seq, now: kept.length - (run ? 0 : 1) })
  }
  endRun()
  return {
    events: kept,
    renumbered: (seq) => lastBefore.findLast((event) => event.seq <= seq)?.now ?? -1,
  }
}

/** Without what only who decrypts can know. @param renumbered see `WireEvents` */
export function wireStanding(
  standing: SessionStanding,
  renumbered: WireEvents['renumbered'],
): SessionStanding {
  const { sessionId, stats, waiting, latencyMs, peerVersion, peerReportedSessionId, ...seen } =
    standing
  if (!seen.failure) return seen
  const { failure } = seen
  const afterSeq = renumbered(failure.afterSeq)
  const isClear = standing.transport === 'v1' || isToldOfTheClear(failure)
  return { ...seen, failure: { ...(isClear ? failure : withoutWhy(failure)), afterSeq } }
}

function withoutWhy({ offset, ...failure }: SessionFailure): SessionFailure {
  return { ...failure, message: NOT_TOLD }
}

const isToldOfTheClear = ({ code }: SessionFailure) =>
  TOLD_OF_THE_CLEAR.has(code) || code.startsWith(OF_THE_RELAY)

const isInTheClear = ({ type }: TimedEvent) =>
  type === 'key_sent' || type === 'key_received' || type === 'v1_message'

/** Decrypted contents repeat what their packet holds; v1 messages repeat what v1 was told by. */
function withoutRepeats(events: readonly TimedEvent[]): readonly TimedEvent[] {
  const hasV1Messages = events.some(
    ({ type, direction }) => type === 'v1_message' && direction === 'received',
  )
  return events.filter(
    ({ type }) =>
      type !== 'message' &&
      type !== 'message_rejected' &&
      !(type === 'v1_detected' && hasV1Messages),
  )
}

/**
 * What comes is answered while it is still being read: on the path, all of it has gone by before the
 * answer. So of what has the same time, what was received stands before what was sent.
 */
function answersLast(events: readonly TimedEvent[]): readonly TimedEvent[] {
  if (events.some(({ type }) => type === 'v1_message')) return events
  const order = (event: TimedEvent) => (event.direction === 'sent' ? 1 : 0)
  return events.toSorted((a, b) => a.time - b.time || order(a) - order(b) || a.seq - b.seq)
}

function wireBytes({ first, parts }: Run, seq: number): TimedEvent & WireBytesEvent {
  const { role, direction, time } = first
  const bytes = concatBytes(...parts)
  const fields = [{ name: 'unread bytes', start: 0, end: bytes.length, row: '' }] as const
  return { type: 'wire_bytes', seq, role, direction, bytes, fields, time }
}
