/** Arrow keys over a windowed list: they move the selection, and keep it in sight. */

import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import type { Rows } from './row-index.js'
import { scrollToShow } from './windower.js'

const PAGE = 20

function step(key: string, from: number, rows: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from < 0 ? rows - 1 : from - 1
    case 'PageDown':
      return from + PAGE
    case 'PageUp':
      return from - PAGE
    case 'Home':
      return 0
    case 'End':
      return rows - 1
    default:
      return undefined
  }
}

/** The nearest item at or after a row, seen in the direction of the step. */
function itemNear(rows: Rows, row: number, forward: boolean): number {
  for (let at = row; at >= 0 && at < rows.length; at += forward ? 1 : -1) {
    if (rows.at(at)?.type === 'item') return at
  }
  return -1
}

/** @param open whether Enter asked for the details, rather than an arrow passing by */
export function useGridKeys(
  scroller: RefObject<HTMLElement | null>,
  rows: Rows,
  { rowHeight, header }: { readonly rowHeight: number; readonly header: number },
  selected: number | undefined,
  select: (seq: number, open: boolean) => void,
) {
  return useCallback(
    (event: KeyboardEvent): void => {
      const from = selected === undefined ? -1 : rows.rowOf(selected)
      if (event.key === 'Enter' && selected !== undefined) {
        select(selected, true)
        return
      }
      const wanted = step(event.key, from, rows.length)
      if (wanted === undefined || rows.length === 0) return
      event.preventDefault()
      const clamped = Math.min(Math.max(wanted, 0), rows.length - 1)
      const row = itemNear(rows, clamped, clamped >= from)
      const entry = rows.at(row)
      if (entry?.type !== 'item') return
      select(entry.item.seq, false)
      const element = scroller.current
      if (!element) return
      const viewport = { scrollTop: element.scrollTop, height: element.clientHeight - header }
      const top = scrollToShow(row, rowHeight, viewport)
      if (top !== undefined) element.scrollTop = top
    },
    [scroller, rows, rowHeight, header, selected, select],
  )
}
