/** Finds bytes in bytes. */

import type { ByteRange } from './look.js'

export interface Needle {
  /** At least one. */
  readonly bytes: Uint8Array
  /** Whether ASCII letters match in either case. */
  readonly anyCase: boolean
}

/** Where something was found. */
export interface FindHit {
  readonly seq: number
  readonly bytes: ByteRange
}

const UPPER = { first: 0x41, last: 0x5a }
const CASE_BIT = 0x20

const lower = (byte: number): number =>
  byte >= UPPER.first && byte <= UPPER.last ? byte | CASE_BIT : byte

/** Each byte in lower case where that is asked for. */
const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const IN_LOWER_CASE = AS_IT_IS.map(lower)

/** The offsets at which it begins, none within the one before. @param most stops after so many */
export function findAll(data: Uint8Array, { bytes, anyCase }: Needle, most: number): number[] {
  const fold = anyCase ? IN_LOWER_CASE : AS_IT_IS
  const wanted = bytes.map((byte) => fold[byte] ?? byte)
  const found: number[] = []
  const last = data.length - wanted.length
  for (let at = 0; at <= last && found.length < most; ) {
    let i = 0
    while (i < wanted.length && fold[data[at + i] ?? 0] === wanted[i]) i += 1
    if (i === wanted.length) {
      found.push(at)
      at += i
    } else at += 1
  }
  return found
}
