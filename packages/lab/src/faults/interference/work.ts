/** How an interference is done: to one span after the other. */

import type { DeedNote } from '../deed-note.js'
import type { Found } from '../place-finder.js'
import type { Passed, Span } from '../span.js'
import type { Interference, Place } from '../wire-fault.js'

export interface Work {
  /** Nothing is left to be done: what comes goes on as it is. */
  readonly isDone: boolean
  /** It has begun, and waits for so many further packets. */
  readonly packetsAwaited?: number | undefined
  /** @param found what of the span is the place; undefined: nothing @returns what goes on */
  pass(span: Span, found: Found | undefined): readonly Passed[]
  /** The stream has ended: what was kept. */
  end?(): readonly Passed[]
}

export interface WorkParts<K extends Interference['kind'] = Interference['kind']> {
  readonly what: Extract<Interference, { kind: K }>
  readonly place: Place
  readonly note: DeedNote
}
