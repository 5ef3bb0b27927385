/** Which rows of a long list are drawn, and which take over the elements of others. */

import { useRef } from 'react'
import { OVERSCAN, type Viewport, type Window, windowOf } from './windower.js'

export interface DrawnRows extends Window {
  /**
   * The key of a row. A row that stays keeps its element, and one that comes gets that of one that has
   * gone: a text is changed sooner than an element made. Where none stays, the elements keep their
   * order, so that none need be moved.
   */
  readonly keyOf: (row: number) => number
}

export function useDrawnRows(rows: number, rowHeight: number, viewport: Viewport): DrawnRows {
  const seen = windowOf(rows, rowHeight, viewport, 0)
  const before = useRef({ seen, shift: 0 })
  const last = before.current
  const isOther = isAside(seen, last.seen)
  const shift = isOther ? last.shift + seen.start - last.seen.start : last.shift
  before.current = { seen, shift }
  // rows that only rush by: what can't be seen of them isn't worth drawing
  const drawn = isOther ? seen : windowOf(rows, rowHeight, viewport)
  // of those in sight the first and the last may be in part
  const keys = Math.ceil(Math.max(viewport.height, 0) / rowHeight) + 2 + 2 * OVERSCAN
  return { ...drawn, keyOf: (row) => (((row - shift) % keys) + keys) % keys }
}

/** Whether none of these rows is one of those; not where there are none. */
const isAside = (a: Window, b: Window): boolean =>
  a.end > a.start && b.end > b.start && (a.start >= b.end || a.end <= b.start)
