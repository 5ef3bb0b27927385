/**
 * Where a list stands in its scroller, and what moves it: the reader does, and while the reader is at
 * its end, so do the rows that come. Nothing else moves a row that is being read.
 */

import { isScaled, maxOffset, maxScrollTop, offsetAt, scrollTopAt } from './scroll-map.js'

export interface Standing {
  readonly rows: number
  /** In px. */
  readonly rowHeight: number
  /** Height of what is in sight, in px. */
  readonly view: number
  /** Px from the top of the list to what is in sight. */
  readonly offset: number
  /** What the scroller has, or is to have. */
  readonly scrollTop: number
  /** How many rows there were when the reader left the end; undefined: the end is followed. */
  readonly left: number | undefined
}

/** From this many px on, or two views, a scroll is a drag of the scrollbar, a place and no distance. */
const LONG = 2000

export const contentOf = ({ rows, rowHeight }: Pick<Standing, 'rows' | 'rowHeight'>): number =>
  rows * rowHeight

const extentOf = (at: Standing) => ({ content: contentOf(at), view: at.view })

/** Browsers round heights: so near, in px, a list is at its end. */
const NEAR = 2

const isAtEnd = (at: Standing): boolean => maxOffset(extentOf(at)) - at.offset <= NEAR

export const unseenRows = ({ rows, left = rows }: Standing): number => Math.max(rows - left, 0)

export function atEnd(at: Standing): Standing {
  const extent = extentOf(at)
  return { ...at, offset: maxOffset(extent), scrollTop: maxScrollTop(extent), left: undefined }
}

/** Has the scrollbar where it belongs; the rows stay where they are. */
export function rebased(at: Standing): Standing {
  const extent = extentOf(at)
  const offset = Math.min(Math.max(at.offset, 0), maxOffset(extent))
  return { ...at, offset, scrollTop: scrollTopAt(offset, extent) }
}

/** The same, where the scrollbar is more than a view away from where it belongs. */
export const settled = (at: Standing): Standing =>
  Math.abs(at.scrollTop - scrollTopAt(at.offset, extentOf(at))) > at.view ? rebased(at) : at

/** The scrollbar is nearer to one of its ends than the list is to its own. */
function isCramped(at: Standing): boolean {
  const extent = extentOf(at)
  const below = maxScrollTop(extent) - at.scrollTop
  return (
    at.offset < 0 ||
    at.offset > maxOffset(extent) ||
    (at.scrollTop < at.view && at.offset !== at.scrollTop) ||
    (below < at.view && maxOffset(extent) - at.offset !== below)
  )
}

const withRoom = (at: Standing): Standing =>
  !isScaled(extentOf(at)) || isCramped(at) ? rebased(at) : at

/** The scroller is at `scrollTop`: a short way moved the list by as much, a long one to a place. */
export function scrolled(at: Standing, scrollTop: number): Standing {
  const by = scrollTop - at.scrollTop
  if (by === 0) return at
  const isLong = Math.abs(by) >= Math.max(LONG, 2 * at.view)
  const offset = isLong ? offsetAt(scrollTop, extentOf(at)) : at.offset + by
  const next = withRoom({ ...at, offset, scrollTop })
  // only the reader scrolls up, and is not held where rows come in faster than a finger moves
  if (by <= -1 && maxOffset(extentOf(at)) > 0) return { ...next, left: at.left ?? at.rows }
  return isAtEnd(next) ? { ...next, left: undefined } : next
}

/** A list became shorter, and the browser has put the scroller at its end: nobody scrolled. */
export const isCut = (at: Standing, rows: number, view: number, scrollTop: number): boolean => {
  const most = maxScrollTop({ content: rows * at.rowHeight, view })
  return at.scrollTop > most && scrollTop >= most - 1
}

/** There are more rows, or fewer. */
export function withRows(at: Standing, rows: number): Standing {
  if (rows === at.rows) return at
  const next = { ...at, rows, left: at.left === undefined ? undefined : Math.min(at.left, rows) }
  return next.left === undefined ? atEnd(next) : withRoom(next)
}

/** What is in sight, or a row, has another height: the first row in sight stays the first. */
export function resized(at: Standing, view: number, rowHeight: number): Standing {
  if (view === at.view && rowHeight === at.rowHeight) return at
  const offset = (at.offset / at.rowHeight) * rowHeight
  const next = { ...at, view, rowHeight, offset }
  if (next.left === undefined) return atEnd(next)
  return rowHeight === at.rowHeight ? withRoom(next) : rebased(next)
}

/** Has a row in sight, whole; in the middle if nothing of it was. The end may be followed no more. */
export function showing(at: Standing, row: number, where: 'nearest' | 'middle'): Standing {
  const top = row * at.rowHeight
  const bottom = top + at.rowHeight
  const seen = { top: at.offset, bottom: at.offset + at.view }
  if (top >= seen.top && bottom <= seen.bottom) return at
  const isSeen = bottom > seen.top && top < seen.bottom
  const nearest = top < seen.top ? top : bottom - at.view
  const middle = Math.round(top - (at.view - at.rowHeight) / 2)
  const next = rebased({ ...at, offset: isSeen || where === 'nearest' ? nearest : middle })
  return { ...next, left: isAtEnd(next) ? undefined : (at.left ?? at.rows) }
}
