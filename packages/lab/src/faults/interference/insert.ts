/** Something is put in front of a place: bytes, or an order about all that follows. */

import type { Found } from '../place-finder.js'
import { type Passed, passOn, type Span } from '../span.js'
import type { Work, WorkParts } from './work.js'

const EMPTY = new Uint8Array(0)

export class Insert implements Work {
  readonly #parts: WorkParts<'insert' | 'delay' | 'fragment'>
  isDone = false

  constructor(parts: WorkParts<'insert' | 'delay' | 'fragment'>) {
    this.#parts = parts
  }

  pass(span: Span, found: Found | undefined): readonly Passed[] {
    if (!found?.begins) return passOn(span, 0)
    const { what, note } = this.#parts
    this.isDone = true
    const { from } = found
    const here = span.bytes.slice(from, found.to)
    if (what.kind === 'insert') note.add(span, span.at + from, EMPTY, what.bytes)
    else note.add(span, span.at + from, here, here)
    return [...(from > 0 ? passOn(span, 0, from) : []), passed(what), ...passOn(span, from)]
  }
}

function passed(what: WorkParts<'insert' | 'delay' | 'fragment'>['what']): Passed {
  if (what.kind === 'insert') return { pass: 'inserted', bytes: what.bytes }
  if (what.kind === 'delay') return { pass: 'delay', ms: what.ms }
  return { pass: 'fragment', size: what.size }
}
