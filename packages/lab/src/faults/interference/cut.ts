/** Bytes are missing: some, or all that follow. */

import type { Found } from '../place-finder.js'
import { type Passed, packetsFor, passOn, type Span } from '../span.js'
import type { Work, WorkParts } from './work.js'

const EMPTY = new Uint8Array(0)

export class Truncate implements Work {
  readonly #parts: WorkParts<'truncate'>
  #end: number | undefined
  /** So far the stream has come. */
  #at = 0
  isDone = false

  constructor(parts: WorkParts<'truncate'>) {
    this.#parts = parts
  }

  /** What is kept may be more than the place. */
  get packetsAwaited(): number | undefined {
    if (this.#end === undefined || this.isDone) return undefined
    return packetsFor(this.#end - this.#at)
  }

  pass(span: Span, found: Found | undefined): readonly Passed[] {
    const { what, note } = this.#parts
    this.#at = span.at + span.bytes.length
    if (found?.begins) this.#end ??= span.at + found.from + what.keep
    if (this.#end === undefined) return passOn(span, 0)
    const kept = this.#end - span.at
    if (kept > span.bytes.length) return passOn(span, 0)
    this.isDone = true
    note.add(span, this.#end, span.bytes.slice(kept), EMPTY)
    return [...passOn(span, 0, kept), { pass: 'end' }]
  }
}

export class Drop implements Work {
  readonly #parts: WorkParts<'drop'>
  #start: number | undefined
  isDone = false

  constructor(parts: WorkParts<'drop'>) {
    this.#parts = parts
  }

  pass(span: Span, found: Found | undefined): readonly Passed[] {
    const { what, note } = this.#parts
    if (found?.begins) this.#start ??= span.at + found.from
    const dropped = what.length === undefined ? found : this.#counted(span, what.length)
    if (this.#start === undefined || !dropped) return passOn(span, 0)
    const { from, to, ends } = dropped
    note.add(span, span.at + from, span.bytes.slice(from, to), EMPTY)
    this.isDone = ends
    return span.bytes.length > 0 ? [...passOn(span, 0, from), ...passOn(span, to)] : []
  }

  #counted({ at, bytes }: Span, length: number): Found | undefined {
    if (this.#start === undefined) return undefined
    const from = Math.max(0, this.#start - at)
    const end = this.#start + length - at
    const to = Math.min(bytes.length, end)
    return from < to ? { from, to, begins: false, ends: to === end } : undefined
  }
}
