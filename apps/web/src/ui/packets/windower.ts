/** Which rows of a long list are drawn: rows of one height, a few more than can be seen. */

export interface Window {
  /** The first row drawn, and the one after the last. */
  readonly start: number
  readonly end: number
  /** Height of what is not drawn, in px. */
  readonly above: number
  readonly below: number
}

export interface Viewport {
  /** In px from the top of the list; negative while the list begins further down. */
  readonly scrollTop: number
  readonly height: number
}

export const OVERSCAN = 8

/** @param overscan rows above and below what can be seen */
export function windowOf(
  rows: number,
  rowHeight: number,
  viewport: Viewport,
  overscan = OVERSCAN,
): Window {
  const first = Math.floor(viewport.scrollTop / rowHeight) - overscan
  const last = Math.ceil((viewport.scrollTop + viewport.height) / rowHeight) + overscan
  const start = Math.min(Math.max(first, 0), rows)
  const end = Math.max(Math.min(last, rows), start)
  return { start, end, above: start * rowHeight, below: (rows - end) * rowHeight }
}

/** Whether the end is in sight, give or take a row. */
export const atTail = (viewport: Viewport, contentHeight: number, rowHeight: number): boolean =>
  viewport.scrollTop + viewport.height >= contentHeight - rowHeight
