/** Something changes places with what follows it. */

import { concatBytes } from '@v2scope/bip324'
import type { Found } from '../place-finder.js'
import { endsPacket, type Passed, type Span, slice } from '../span.js'
import type { Work, WorkParts } from './work.js'

export class Reorder implements Work {
  readonly #parts: WorkParts<'reorder'>
  readonly #first: Span[] = []
  readonly #second: Span[] = []
  #hasFirst = false
  isDone = false

  constructor(parts: WorkParts<'reorder'>) {
    this.#parts = parts
  }

  get packetsAwaited(): number | undefined {
    return this.#hasFirst && !this.isDone ? 1 : undefined
  }

  pass(span: Span, found: Found | undefined): readonly Passed[] {
    if (this.#hasFirst) return this.#takeSecond(span)
    if (!found || (this.#first.length === 0 && !found.begins)) return [{ pass: 'span', span }]
    const { from, to, ends } = found
    const before = from > 0 ? [slice(span, 0, from)] : []
    this.#first.push(slice(span, from, to))
    this.#hasFirst = ends
    const rest = to < span.bytes.length ? this.#takeSecond(slice(span, to, span.bytes.length)) : []
    return [...before.map((kept): Passed => ({ pass: 'span', span: kept })), ...rest]
  }

  end(): readonly Passed[] {
    const kept = [...this.#first, ...this.#second]
    this.isDone = true
    return kept.map((span) => ({ pass: 'span', span }))
  }

  #takeSecond(span: Span): readonly Passed[] {
    const isByte = this.#parts.place.at === 'byte'
    const taken = isByte ? slice(span, 0, Math.min(1, span.bytes.length)) : span
    this.#second.push(taken)
    if (!this.#ends(taken)) return []
    this.isDone = true
    const [first] = this.#first
    const a = concatBytes(...this.#first.map(({ bytes }) => bytes))
    const b = concatBytes(...this.#second.map(({ bytes }) => bytes))
    if (first) this.#parts.note.add(first, first.at, concatBytes(a, b), concatBytes(b, a))
    const rest = slice(span, taken.bytes.length, span.bytes.length)
    return [...this.#second, ...this.#first, ...(rest.bytes.length > 0 ? [rest] : [])].map(
      (kept): Passed => ({ pass: 'span', span: kept }),
    )
  }

  /** Whether what changes places with the first is whole: a packet, unless the first is a part of one, or a byte. */
  #ends(span: Span): boolean {
    const { place } = this.#parts
    const hasBytes = this.#second.some(({ bytes }) => bytes.length > 0)
    if (place.at === 'byte') return hasBytes
    const isOfPacket = span.packet !== undefined
    const isPart = 'part' in place && place.part !== undefined
    if (isOfPacket && !isPart) return endsPacket(span)
    return hasBytes && span.ends
  }
}
