/** A list in its scroller: what of it is in sight, and the ways to move it. */

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  atEnd,
  isCut,
  resized,
  type Standing,
  scrolled,
  settled,
  showing,
  unseenRows,
  withRows,
} from './standing.js'

export interface ListScroll {
  readonly standing: Standing
  readonly following: boolean
  /** Rows that came since the reader scrolled away. */
  readonly unseen: number
  readonly toEnd: () => void
  readonly show: (row: number, where: 'nearest' | 'middle') => void
  readonly onScroll: () => void
}

interface Sizes {
  readonly rows: number
  readonly rowHeight: number
  /** Height of what covers the top of the scroller, in px. */
  readonly header: number
}

/** Without a scroll for so long the scroller rests, and its scrollbar may be moved. */
const REST_MS = 150
/** In place of the height of what is in sight, until there is one. */
const UNMEASURED = -1

const isSame = (a: Standing, b: Standing): boolean =>
  a.rows === b.rows &&
  a.rowHeight === b.rowHeight &&
  a.view === b.view &&
  a.offset === b.offset &&
  a.scrollTop === b.scrollTop &&
  a.left === b.left

/** What is drawn already: at the end, more rows are followed by themselves, and need no second drawing. */
const asDrawn = (kept: Standing, { rows, rowHeight, left }: Standing): Standing =>
  kept.left === undefined && left === undefined
    ? withRows(resized(kept, kept.view, rowHeight), rows)
    : kept

export function useListScroll(
  ref: RefObject<HTMLElement | null>,
  { rows, rowHeight, header }: Sizes,
): ListScroll {
  const [kept, keep] = useState<Standing>({
    rows,
    rowHeight,
    view: UNMEASURED,
    offset: 0,
    scrollTop: 0,
    left: undefined,
  })
  const latest = useRef(kept)
  const resting = useRef(true)
  const standing = withRows(resized(kept, kept.view, rowHeight), rows)

  /** What the scroller makes of it is what holds: it may round. */
  const apply = useCallback(
    (next: Standing) => {
      const element = ref.current
      if (!element) return
      if (element.scrollTop !== next.scrollTop) element.scrollTop = next.scrollTop
      latest.current = { ...next, scrollTop: element.scrollTop }
      const now = latest.current
      keep((old) => (isSame(asDrawn(old, now), now) ? old : now))
    },
    [ref],
  )

  /** As things are: the reader's scroll may be seen before its event. */
  const look = useCallback(
    (at: Standing, rowsNow: number, heightNow: number): Standing => {
      const element = ref.current
      if (!element) return at
      const view = Math.max(element.clientHeight - header, 0)
      const { scrollTop } = element
      const read = isCut(at, rowsNow, view, scrollTop) ? at : scrolled(at, scrollTop)
      return withRows(resized(read, view, heightNow), rowsNow)
    },
    [ref, header],
  )

  useLayoutEffect(() => {
    const now = look(latest.current, rows, rowHeight)
    apply(resting.current ? settled(now) : now)
  }, [rows, rowHeight, look, apply])

  const lookAgain = useCallback(() => {
    const { rows: rowsNow, rowHeight: heightNow } = latest.current
    apply(look(latest.current, rowsNow, heightNow))
  }, [look, apply])

  const rest = useCallback(() => {
    resting.current = true
    const { rows: rowsNow, rowHeight: heightNow } = latest.current
    // the reader may have gone on, and the scroll's event be still to come
    apply(settled(look(latest.current, rowsNow, heightNow)))
  }, [look, apply])

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const onScroll = useCallback(() => {
    if (ref.current?.scrollTop === latest.current.scrollTop) return
    resting.current = false
    clearTimeout(timer.current)
    timer.current = setTimeout(rest, REST_MS)
    lookAgain()
  }, [ref, lookAgain, rest])

  useEffect(() => {
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(lookAgain)
    observer.observe(element)
    return () => {
      observer.disconnect()
      clearTimeout(timer.current)
    }
  }, [ref, lookAgain])

  const toEnd = useCallback(() => apply(atEnd(latest.current)), [apply])
  const show = useCallback(
    (row: number, where: 'nearest' | 'middle') => apply(showing(latest.current, row, where)),
    [apply],
  )
  return {
    standing,
    following: standing.left === undefined,
    unseen: unseenRows(standing),
    toEnd,
    show,
    onScroll,
  }
}
