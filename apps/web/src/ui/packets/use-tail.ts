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

const START: Viewport = { scrollTop: 0, height: 600 }

/** @param rows how many there are; `extra` changes where something else made the list longer */
export function useTail(
  ref: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  extra: unknown,
): Tail {
  const [viewport, setViewport] = useState(START)
  const [left, setLeft] = useState<number | undefined>(undefined)
  const lastTop = useRef(0)

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
    if (atTail(now, element.scrollHeight, rowHeight)) setLeft(undefined)
    else if (movedUp) setLeft((old) => old ?? rows)
    measure()
  }, [ref, rowHeight, rows, measure])

  const toTail = useCallback(() => {
    const element = ref.current
    if (!element) return
    setLeft(undefined)
    element.scrollTop = element.scrollHeight
    lastTop.current = element.scrollTop
    measure()
  }, [ref, measure])

  const following = left === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever makes the list longer
  useLayoutEffect(() => {
    const element = ref.current
    if (!following || !element) return
    const now = { scrollTop: element.scrollTop, height: element.clientHeight }
    // rows may come between the reader's scroll and its event: then the reader wins
    const movedUp = now.scrollTop < lastTop.current - 1
    if (movedUp && !atTail(now, element.scrollHeight, rowHeight)) setLeft(rows)
    else toTail()
  }, [ref, following, rows, rowHeight, extra, toTail])

  useEffect(() => {
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => (following ? toTail() : measure()))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, following, toTail, measure])

  return {
    viewport,
    following,
    unseen: left === undefined ? 0 : Math.max(rows - left, 0),
    toTail,
    onScroll,
  }
}
