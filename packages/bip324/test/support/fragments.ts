/** Streams cut up, as a network may cut them (H8). */

import fc from 'fast-check'

// A failure is made smaller for so many ms at most, and then told: long streams could be shrunk for minutes.
fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 20_000 })

/** Sizes of the pieces, again and again until the stream is used up; none: in one piece. */
export type Fragmentation = readonly number[]

export const WHOLE: Fragmentation = []
export const BYTE_BY_BYTE: Fragmentation = [1]

/** Whole, byte by byte, or in pieces of any sizes. */
export const fragmentation: fc.Arbitrary<Fragmentation> = fc.oneof(
  fc.constant(WHOLE),
  fc.constant(BYTE_BY_BYTE),
  fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }),
  fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }),
)

/** The pieces of a stream, each in an array of its own. */
export function cut(stream: Uint8Array, sizes: Fragmentation): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0, i = 0; at < stream.length; i++) {
    const size = sizes[i % sizes.length] ?? stream.length
    pieces.push(stream.slice(at, at + size))
    at += size
  }
  return pieces
}
