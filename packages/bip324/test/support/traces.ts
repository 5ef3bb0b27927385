/** What every trace must hold to. */

import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { concatBytes, type TraceEvent, type TransportEvent, toHex } from '../../src/index.js'

/** A sink, and what it was told. */
export function recorder() {
  const events: TraceEvent[] = []
  return { events, trace: (event: TraceEvent) => void events.push(event) }
}

/** The only event of a type; or the first of several. */
export function find<Type extends TraceEvent['type']>(events: readonly TraceEvent[], type: Type) {
  const found = all(events, type)[0]
  if (found === undefined) throw new Error(`no ${type} in the trace`)
  return found
}

export const all = <Type extends TraceEvent['type']>(events: readonly TraceEvent[], type: Type) =>
  events.filter((event): event is TraceEvent & { type: Type } => event.type === type)

/** Events that repeat bytes of a packet that was told before. */
const REPEATS: readonly string[] = ['message', 'message_rejected']

/** The bytes on the wire in one direction, as the trace tells them. */
export const wireOf = (events: readonly TraceEvent[], direction: 'sent' | 'received') =>
  concatBytes(
    ...events
      .filter((event) => event.direction === direction && !REPEATS.includes(event.type))
      .map(({ bytes }) => bytes),
  )

/** What a responder hands on to the v1 framing. */
export const v1Bytes = (events: readonly TransportEvent[]) =>
  concatBytes(...events.map((event) => (event.type === 'v1' ? event.bytes : new Uint8Array(0))))

/** Compared as hex: quick for long streams, and short to read. */
export function expectSameBytes(actual: Uint8Array, expected: Uint8Array): void {
  if (Buffer.compare(actual, expected) === 0) return
  expect(toHex(actual)).toBe(toHex(expected))
}

/** Fails unless events are numbered from 0, tiled by their fields, cloneable, and own their arrays. */
export function expectSoundTrace(events: readonly TraceEvent[]): void {
  for (const [seq, event] of events.entries()) {
    if (event.seq !== seq) expect.fail(`event ${seq} is numbered ${event.seq}`)
    const fault = tilingFault(event) ?? ownershipFault(event, event.type)
    if (fault !== undefined) expect.fail(fault)
    if (!isDeepStrictEqual(structuredClone(event), event))
      expect(structuredClone(event)).toEqual(event)
  }
}

function tilingFault({ type, fields, bytes }: TraceEvent): string | undefined {
  let at = 0
  for (const { name, start, end, row } of fields) {
    if (start !== at) return `${type}: ${name} starts at ${start}, not at ${at}`
    if (end <= start) return `${type}: ${name} is empty`
    if (!/^[A-Z]\d$/.test(row)) return `${type}: ${name} cites ${row}`
    at = end
  }
  return at === bytes.length ? undefined : `${type}: fields end at ${at} of ${bytes.length}`
}

/** Where an array is a view of a larger buffer, or no plain Uint8Array. */
function ownershipFault(value: unknown, path: string): string | undefined {
  if (value instanceof Uint8Array) {
    if (Object.getPrototypeOf(value) !== Uint8Array.prototype) return `${path} is no Uint8Array`
    const owns = value.byteOffset === 0 && value.buffer.byteLength === value.length
    return owns ? undefined : `${path} is a view of ${value.buffer.byteLength} bytes`
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const fault = ownershipFault(inner, `${path}.${key}`)
    if (fault !== undefined) return fault
  }
  return undefined
}
