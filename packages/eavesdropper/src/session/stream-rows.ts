/** The stream beside the same messages as v1, row by row. */

import { encodeV1Message } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import { ROW_BYTES, type RowBytes, type StreamRow, type StreamRows } from './eavesdropping.js'
import type { Overheard } from './overheard.js'
import { tellingSpans } from './telling-spans.js'

/** The handshake, and what follows it. */
const FIRST_ROWS = 60
const NEWEST_ROWS = 240

/** By their `seq`. */
type Rows = ReadonlyMap<number, StreamRow>

/** By the session's tally: the rows that were shown last. What an event looks like does not change. */
const shown = new WeakMap<Overheard['tally'], Rows>()

export function streamRows(heard: Overheard): StreamRows {
  const { events, tally } = heard
  const before: Rows = shown.get(tally) ?? new Map()
  const first: StreamRow[] = []
  const newest: StreamRow[] = []
  const rows = new Map<number, StreamRow>()
  const add = (event: TimedEvent | undefined, to: StreamRow[]) => {
    const row = event && (before.get(event.seq) ?? rowOf(event, heard))
    if (!row) return
    rows.set(row.seq, row)
    to.push(row)
  }
  let next = 0
  for (; next < events.length && first.length < FIRST_ROWS; next += 1) add(events.at(next), first)
  for (let i = events.length - 1; i >= next && newest.length < NEWEST_ROWS; i -= 1) {
    add(events.at(i), newest)
  }
  shown.set(tally, rows)
  const leftOut = Math.max(0, tally.count - first.length - newest.length)
  return { first, newest: newest.reverse(), leftOut }
}

function rowOf(event: TimedEvent, heard: Overheard): StreamRow | undefined {
  const item = heard.reading.item(event)
  if (!item) return undefined
  const { direction, kind, label } = item
  const { seq, time } = event
  const wire = rowBytes(event.bytes)
  return { seq, time, direction, kind, label, wire, v1: v1Of(event, heard) }
}

function v1Of(event: TimedEvent, { magic, reading }: Overheard): StreamRow['v1'] {
  const message = reading.message(event)
  if (!message) return undefined
  const v1 = asV1(event, message, magic)
  return { ...rowBytes(v1), spans: tellingSpans(v1, magic, message.messageType) }
}

/** @param message the one that the event carries */
export function asV1(
  event: TimedEvent,
  { messageType, payload }: NonNullable<ReturnType<Overheard['reading']['message']>>,
  magic: Uint8Array,
): Uint8Array {
  return event.type === 'v1_message' ? event.bytes : encodeV1Message(magic, messageType, payload)
}

const rowBytes = (bytes: Uint8Array): RowBytes => ({
  bytes: bytes.slice(0, ROW_BYTES),
  length: bytes.length,
})
