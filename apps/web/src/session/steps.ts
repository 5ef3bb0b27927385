/** A session as steps: what went over the wire, and what was computed between, in order. */

import type { EcdhComputed, KeysDerived } from '@v2scope/bip324'
import type { WireItem } from './item.js'
import type { SessionView } from './session-view.js'
import type { KeyScheduleEvent, Rekey } from './status.js'

/** What was computed in the handshake; the keys themselves are steps as they cross the wire. */
type Derived = EcdhComputed | KeysDerived

/** What is computed rather than sent. */
export type Computation =
  | { readonly what: 'ecdh' | 'keys'; readonly seq: number }
  | { readonly what: 'rekey'; readonly seq: number; readonly rekey: Rekey }

export type Step =
  | { readonly type: 'item'; readonly seq: number; readonly item: WireItem }
  | { readonly type: 'computation'; readonly seq: number; readonly computation: Computation }

/** A change of state belongs to the step that caused it, and so do all events up to the next step. */
export interface Steps {
  readonly length: number
  /** From 0. */
  readonly at: (index: number) => Step | undefined
  /** How many steps have been taken where the cursor is; all of them where there is none. */
  readonly position: (cursor: number | undefined) => number
  /** How many of the first steps went over the wire. */
  readonly itemsIn: (position: number) => number
}

const isDerived = (event: KeyScheduleEvent): event is Derived =>
  event.type === 'ecdh_computed' || event.type === 'keys_derived'

/** How many of `length` ascending numbers are at most `most`. */
export function countUpTo(length: number, numberAt: (i: number) => number, most: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numberAt(middle) <= most) low = middle + 1
    else high = middle
  }
  return low
}

export function stepsOf(view: Pick<SessionView, 'items' | 'keyEvents' | 'rekeys'>): Steps {
  const { items, keyEvents, rekeys } = view
  // keys change long after they have been derived
  const derived = keyEvents.filter(isDerived)
  const computations = derived.length + rekeys.length
  const itemSeq = (i: number) => items.seqAt(i)
  const computationSeq = (i: number) =>
    (derived[i] ?? rekeys.at(i - derived.length))?.seq ?? Number.POSITIVE_INFINITY
  const length = items.length + computations
  /** The index of a computation among all steps. */
  const indexOf = (i: number) => i + countUpTo(items.length, itemSeq, computationSeq(i))
  const computationsBefore = (index: number) => countUpTo(computations, indexOf, index - 1)
  const computationAt = (i: number): Computation | undefined => {
    const event = derived[i]
    if (event) return { what: event.type === 'ecdh_computed' ? 'ecdh' : 'keys', seq: event.seq }
    const rekey = rekeys.at(i - derived.length)
    return rekey && { what: 'rekey', seq: rekey.seq, rekey }
  }
  return {
    length,
    at: (index) => {
      if (index < 0 || index >= length) return undefined
      const before = computationsBefore(index)
      if (before < computations && indexOf(before) === index) {
        const computation = computationAt(before)
        return computation && { type: 'computation', seq: computation.seq, computation }
      }
      const item = items.at(index - before)
      return item && { type: 'item', seq: item.seq, item }
    },
    position: (cursor) =>
      cursor === undefined
        ? length
        : countUpTo(items.length, itemSeq, cursor) +
          countUpTo(computations, computationSeq, cursor),
    itemsIn: (position) => position - computationsBefore(position),
  }
}
