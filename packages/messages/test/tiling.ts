/** What every decoded payload's spans must be. */

import { expect } from 'vitest'
import type { FieldSpan } from '../src/index.js'

/** Fails unless the spans tile `start..end`, and each span's children tile the span. */
export function expectTiling(spans: readonly FieldSpan[], start: number, end: number): void {
  const fault = tilingFault(spans, start, end)
  expect(fault).toBeUndefined()
}

function tilingFault(spans: readonly FieldSpan[], start: number, end: number): string | undefined {
  let offset = start
  for (const span of spans) {
    if (span.start !== offset) return `${span.name} starts at ${span.start}, not at ${offset}`
    if (span.end <= span.start) return `${span.name} is empty`
    const inside = span.children && tilingFault(span.children, span.start, span.end)
    if (inside !== undefined) return `${span.name} / ${inside}`
    offset = span.end
  }
  return offset === end ? undefined : `the spans end at ${offset}, not at ${end}`
}
