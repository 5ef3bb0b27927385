/** The stream beside the same messages as v1, row by row. */

import { encodeV1Message } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import { ROW_BYTES, type RowBytes, type StreamRow, type StreamRows } from './eavesdropping.js'
import type { Overheard } from './overheard.js'
import { tellingSpans } from './telling-spans.js'

/** The handshake, and what follows it. */
const FIRST_ROWS = 60
const NEWEST_ROWS = 240

/** What an event looks like does not change. */
const made = new WeakMap<TimedEvent, StreamRow>()

export function streamRows(heard: Overheard): StreamRows {
  const { events, tally } = heard
  const first: StreamRow[] = []
  let next = 0
  for (; next < events.length && first.length < FIRST_ROWS; next += 1) {
    const row = rowOf(events[next], heard)
    if (row) first.push(row)
  }
  const newest: StreamRow[] = []
  for (let i = events.length - 1; i >= next && newest.length < NEWEST_ROWS; i -= 1) {
    const row = rowOf(events[i], heard)
    if (row) newest.unshift(row)
  }
  return { first, newest, leftOut: Math.max(0, tally.count - first.length - newest.length) }
}

function rowOf(event: TimedEvent | undefined, heard: Overheard): StreamRow | undefined {
  if (!event) return undefined
  const known = made.get(event)
  if (known) return known
  const item = heard.reading.item(event)
  if (!item) return undefined
  const { direction, kind, label } = item
  const { seq, time } = event
  const wire = rowBytes(event.bytes)
  const row = { seq, time, direction, kind, label, wire, v1: v1Of(event, heard) }
  made.set(event, row)
  return row
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
