/** Bytes come once more: at once, or later. */

import { concatBytes } from '@v2scope/bip324'
import type { Found } from '../place-finder.js'
import { endsPacket, type Passed, passOn, type Span } from '../span.js'
import type { Work, WorkParts } from './work.js'

const EMPTY = new Uint8Array(0)

export class Copy implements Work {
  readonly #parts: WorkParts<'duplicate' | 'replay'>
  readonly #after: number
  #copy: Uint8Array = EMPTY
  /** Where it began. */
  #first: Span | undefined
  /** The packet in which it ended, or none. */
  #last: number | undefined
  #hasEnded = false
  #passed = 0
  isDone = false

  constructor(parts: WorkParts<'duplicate' | 'replay'>) {
    this.#parts = parts
    this.#after = parts.what.kind === 'replay' ? parts.what.after : 0
  }

  get packetsAwaited(): number | undefined {
    return this.#hasEnded && !this.isDone ? this.#after - this.#passed : undefined
  }

  pass(span: Span, found: Found | undefined): readonly Passed[] {
    if (this.#hasEnded) return this.#count(span)
    if (found?.begins) this.#first ??= span
    if (!found || !this.#first) return passOn(span, 0)
    this.#copy = concatBytes(this.#copy, span.bytes.subarray(found.from, found.to))
    if (!found.ends) return passOn(span, 0)
    this.#hasEnded = true
    this.#last = span.packet
    return this.#after === 0 ? this.#insert(span, found.to) : passOn(span, 0)
  }

  /** Packets after the one in which it ended. */
  #count(span: Span): readonly Passed[] {
    if (endsPacket(span) && span.packet !== this.#last) this.#passed += 1
    return this.#passed === this.#after ? this.#insert(span, span.bytes.length) : passOn(span, 0)
  }

  #insert(span: Span, at: number): readonly Passed[] {
    this.isDone = true
    this.#parts.note.add(this.#first ?? span, span.at + at, EMPTY, this.#copy)
    const copy: Passed = { pass: 'inserted', bytes: this.#copy }
    const rest = at < span.bytes.length ? passOn(span, at) : []
    return [...passOn(span, 0, at), copy, ...rest]
  }
}
