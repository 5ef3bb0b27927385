/** What has changed between two runs of bytes. */

export interface ByteChanges {
  /** Bytes at the beginning, and at the end, that are the same. */
  readonly head: number
  readonly tail: number
}

export function changesOf(before: Uint8Array, after: Uint8Array): ByteChanges {
  const least = Math.min(before.length, after.length)
  let head = 0
  while (head < least && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < least - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++
  }
  return { head, tail }
}

export interface ChangedByte {
  /** Of the bytes that are shown. */
  readonly index: number
  readonly before: number
  readonly after: number
}

/** Byte by byte, where as many are there as before. */
export function changedBytes(before: Uint8Array, after: Uint8Array): readonly ChangedByte[] {
  if (before.length !== after.length) return []
  return [...before].flatMap((byte, index) => {
    const now = after[index] ?? byte
    return now === byte ? [] : [{ index, before: byte, after: now }]
  })
}

const BITS = 8

/** The highest bit first, each with whether it has changed. */
export const bitsOf = (byte: number, other: number): readonly { bit: 0 | 1; changed: boolean }[] =>
  Array.from({ length: BITS }, (_, i) => {
    const mask = 0x80 >> i
    return { bit: byte & mask ? 1 : 0, changed: ((byte ^ other) & mask) !== 0 }
  })
