/** Which rows of the bytes are drawn: those in sight and some around them, in steps. */

import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

/** Rows come and go so many at a time, so that most scrolling draws nothing anew. */
const STEP = 8
/** Where there is no layout. */
const HEIGHT = 400

interface RowWindow {
  /** Rows [first, last) are drawn. */
  readonly first: number
  readonly last: number
  readonly measure: () => void
  /** Rows that are in sight at once, at least one. */
  readonly pageRows: () => number
  /** Scrolls as far as is needed. */
  readonly show: (row: number) => void
}

export function useRowWindow(
  ref: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
): RowWindow {
  const [steps, setSteps] = useState({ from: 0, to: Math.ceil(HEIGHT / rowHeight / STEP) })
  const heightOf = useCallback(() => ref.current?.clientHeight || HEIGHT, [ref])

  const measure = useCallback(() => {
    const top = ref.current?.scrollTop ?? 0
    const from = Math.floor(top / rowHeight / STEP)
    const to = Math.ceil((top + heightOf()) / rowHeight / STEP)
    setSteps((old) => (old.from === from && old.to === to ? old : { from, to }))
  }, [ref, rowHeight, heightOf])

  useLayoutEffect(() => {
    measure()
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, measure])

  const show = useCallback(
    (row: number) => {
      const element = ref.current
      if (!element) return
      const top = row * rowHeight
      const bottom = top + rowHeight
      const hidden = heightOf()
      const isNear = (distance: number) => distance > 0 && distance <= rowHeight
      if (isNear(element.scrollTop - top)) element.scrollTop = top
      else if (isNear(bottom - element.scrollTop - hidden)) element.scrollTop = bottom - hidden
      else if (top < element.scrollTop || bottom > element.scrollTop + hidden) {
        // what was far away is shown with what is around it
        element.scrollTop = top - Math.max(0, hidden - rowHeight) / 3
      }
      measure()
    },
    [ref, rowHeight, heightOf, measure],
  )

  const pageRows = useCallback(
    () => Math.max(1, Math.floor(heightOf() / rowHeight)),
    [heightOf, rowHeight],
  )
  const first = Math.min(Math.max((steps.from - 1) * STEP, 0), rows)
  const last = Math.max(Math.min((steps.to + 1) * STEP, rows), first)
  return { first, last, measure, pageRows, show }
}
