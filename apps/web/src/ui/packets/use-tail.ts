/** A scrolled list that keeps its tail in sight until the reader scrolls away. */

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { atTail, type Viewport } from './windower.js'

export interface Tail {
  readonly viewport: Viewport
  readonly following: boolean
  /** Rows that came since the reader scrolled away. */
  readonly unseen: number
  readonly toTail: () => void
  readonly onScroll: () => void
}

/** A part that is to stay in sight: so many rows, from the top down to so many px. */
export interface Hold {
  readonly rows: number
  readonly bottom: number
}

/** Between what stays in sight and the edge, in px. */
const MARGIN = 4

const START: Viewport = { scrollTop: 0, height: 600 }

/**
 * @param rows how many there are
 * @param extra changes where something else made the list longer
 * @param hold from now on the list stays where it is until the reader goes to its end; undefined: it
 * follows
 */
export function useTail(
  ref: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  extra: unknown,
  hold?: Hold,
): Tail {
  const [viewport, setViewport] = useState(START)
  const [left, setLeft] = useState<number | undefined>(undefined)
  const [released, setReleased] = useState(false)
  const lastTop = useRef(0)
  const isHolding = hold !== undefined

  const measure = useCallback(() => {
    const element = ref.current
    if (!element) return
    const next = { scrollTop: element.scrollTop, height: element.clientHeight }
    setViewport((old) =>
      old.scrollTop === next.scrollTop && old.height === next.height ? old : next,
    )
  }, [ref])

  const onScroll = useCallback(() => {
    const element = ref.current
    if (!element) return
    const now = { scrollTop: element.scrollTop, height: element.clientHeight }
    const movedUp = now.scrollTop < lastTop.current - 1
    lastTop.current = now.scrollTop
    // only the reader scrolls up; a list that grew under a scroll to its end is still followed
    if (atTail(now, element.scrollHeight, rowHeight)) {
      setLeft(undefined)
      setReleased(isHolding)
    } else if (movedUp) setLeft((old) => old ?? rows)
    measure()
  }, [ref, rowHeight, rows, isHolding, measure])

  const scrollToEnd = useCallback(() => {
    const element = ref.current
    if (!element) return
    element.scrollTop = element.scrollHeight
    lastTop.current = element.scrollTop
    measure()
  }, [ref, measure])

  const toTail = useCallback(() => {
    setLeft(undefined)
    setReleased(true)
    scrollToEnd()
  }, [scrollToEnd])

  const held = isHolding && !released
  const bottom = held ? hold.bottom : undefined
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || bottom === undefined) return
    element.scrollTop = Math.max(0, bottom + MARGIN - element.clientHeight)
    lastTop.current = element.scrollTop
    measure()
  }, [ref, bottom, measure])

  const following = left === undefined && !held
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever makes the list longer
  useLayoutEffect(() => {
    const element = ref.current
    if (!isHolding) setReleased(false)
    if (!following || !element) return
    const now = { scrollTop: element.scrollTop, height: element.clientHeight }
    // rows may come between the reader's scroll and its event: then the reader wins
    const movedUp = now.scrollTop < lastTop.current - 1
    if (movedUp && !atTail(now, element.scrollHeight, rowHeight)) setLeft(rows)
    else scrollToEnd()
  }, [ref, following, rows, rowHeight, extra, isHolding, scrollToEnd])

  useEffect(() => {
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => (following ? scrollToEnd() : measure()))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, following, scrollToEnd, measure])

  return {
    viewport,
    following,
    unseen: Math.max(rows - (left ?? (held ? hold.rows : rows)), 0),
    toTail,
    onScroll,
  }
}
