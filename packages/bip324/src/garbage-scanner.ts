/** BIP324 §Handshake: the search for the peer's garbage terminator (H5). */

import { GARBAGE_TERMINATOR_LEN, MAX_GARBAGE_LEN } from './constants.js'
import { GrowingBuffer } from './growing-buffer.js'

/** The most that is searched, in bytes, the terminator included. */
export const MAX_SEARCHED = MAX_GARBAGE_LEN + GARBAGE_TERMINATOR_LEN

export type ScanResult =
  | { readonly found: 'terminator'; readonly garbage: Uint8Array }
  | { readonly found: 'nothing yet' }
  | { readonly found: 'too much garbage' }

/** Looks at each byte as the possible last of a terminator: O(n), whatever the fragmentation. */
export class GarbageScanner {
  /** The peer's, 16 bytes. */
  readonly terminator: Uint8Array
  readonly #searched = new GrowingBuffer(MAX_SEARCHED)

  constructor(terminator: Uint8Array) {
    this.terminator = terminator
  }

  /** What was searched so far, and held no terminator. */
  get searched(): Uint8Array {
    return this.#searched.peek()
  }

  /** Takes bytes from the front of `input`: those up to the terminator, or all; says how many. */
  scan(input: Uint8Array): { readonly taken: number; readonly result: ScanResult } {
    const before = this.#searched.length
    const taken = this.#searched.fill(input)
    const bytes = this.#searched.peek()
    for (let end = before + 1; end <= bytes.length; end++) {
      if (!this.#endsAt(bytes, end)) continue
      const garbage = bytes.slice(0, end - GARBAGE_TERMINATOR_LEN)
      return { taken: end - before, result: { found: 'terminator', garbage } }
    }
    return { taken, result: { found: this.#searched.isFull ? 'too much garbage' : 'nothing yet' } }
  }

  #endsAt(bytes: Uint8Array, end: number): boolean {
    const start = end - GARBAGE_TERMINATOR_LEN
    if (start < 0) return false
    return this.terminator.every((byte, i) => bytes[start + i] === byte)
  }
}
