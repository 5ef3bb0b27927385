/** Spans of the bytes of an event. */

import type { FieldName, TraceField } from './trace.js'

/** A span to come: its name, its row and its length; the spans of an event follow each other. */
export type Span = readonly [name: FieldName, row: string, length: number]

/** Lays spans end to end, and leaves out the empty ones. */
export function tile(...spans: readonly Span[]): TraceField[] {
  const fields: TraceField[] = []
  let start = 0
  for (const [name, row, length] of spans) {
    if (length > 0) fields.push({ name, start, end: start + length, row })
    start += length
  }
  return fields
}
