/** Bytes that come in pieces and go in others. */

import { concatBytes } from '@v2scope/bip324'

/** So that taking from the front costs the same however many pieces wait. */
const MOST_TAKEN = 1000

export class ByteQueue {
  readonly #pieces: Uint8Array[] = []
  /** Pieces before it have been taken. */
  #first = 0

  push(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#pieces.push(bytes)
  }

  /** The first so many, or what there is. */
  take(length: number): Uint8Array {
    const parts: Uint8Array[] = []
    let rest = length
    while (rest > 0) {
      const piece = this.#pieces[this.#first]
      if (!piece) break
      const part = piece.subarray(0, rest)
      parts.push(part)
      rest -= part.length
      if (part.length === piece.length) this.#next()
      else this.#pieces[this.#first] = piece.subarray(part.length)
    }
    const [only] = parts
    return only && parts.length === 1 ? only : concatBytes(...parts)
  }

  #next(): void {
    this.#first += 1
    if (this.#first < this.#pieces.length && this.#first < MOST_TAKEN) return
    this.#pieces.splice(0, this.#first)
    this.#first = 0
  }
}
