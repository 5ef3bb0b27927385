/** Bits are flipped. */

import type { Found } from '../place-finder.js'
import { type Passed, packetsFor, passOn, type Span } from '../span.js'
import type { Work, WorkParts } from './work.js'

const BITS = 8

export class Flip implements Work {
  readonly #parts: WorkParts<'flip'>
  /** First and last of the bytes that change, from the beginning of the place. */
  readonly #first: number
  readonly #last: number
  #start: number | undefined
  /** So far the stream has come. */
  #at = 0
  isDone = false

  constructor(parts: WorkParts<'flip'>) {
    this.#parts = parts
    const bytes = parts.what.bits.map((bit) => Math.floor(bit / BITS))
    this.#first = bytes.reduce((a, b) => Math.min(a, b))
    this.#last = bytes.reduce((a, b) => Math.max(a, b))
  }

  /** Bits beyond the end of the place are in packets that have to come. */
  get packetsAwaited(): number | undefined {
    if (this.#start === undefined || this.isDone) return undefined
    return packetsFor(this.#start + this.#last + 1 - this.#at)
  }

  pass(span: Span, found: Found | undefined): readonly Passed[] {
    this.#at = span.at + span.bytes.length
    if (found?.begins) this.#start ??= span.at + found.from
    if (this.#start === undefined) return passOn(span, 0)
    const begin = this.#start - span.at
    const from = Math.max(0, begin + this.#first)
    const to = Math.min(span.bytes.length, begin + this.#last + 1)
    if (from >= to) return passOn(span, 0)
    const bytes = span.bytes.slice()
    for (const bit of this.#parts.what.bits) {
      const at = begin + Math.floor(bit / BITS)
      const byte = bytes[at]
      if (byte !== undefined) bytes[at] = byte ^ (1 << (bit % BITS))
    }
    this.isDone = to === begin + this.#last + 1
    this.#parts.note.add(span, span.at + from, span.bytes.slice(from, to), bytes.slice(from, to))
    return passOn({ ...span, bytes }, 0)
  }
}
