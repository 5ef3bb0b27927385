/** Arrow keys over a windowed list: they move the selection. */

import { type KeyboardEvent, useCallback } from 'react'
import type { Rows } from './row-index.js'

const PAGE = 20

function step(key: string, from: number, rows: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from < 0 ? rows - 1 : from - 1
    case 'PageDown':
      return from + page
    case 'PageUp':
      return from - page
    case 'Home':
      return 0
    case 'End':
      return rows - 1
    default:
      return undefined
  }
}

/** The nearest item at or after a row, seen in the direction of the step; else the last before it. */
function itemNear(rows: Rows, row: number, forward: boolean): number {
  const search = (by: number) => {
    for (let at = row; at >= 0 && at < rows.length; at += by) {
      if (rows.at(at)?.type === 'item') return at
    }
    return -1
  }
  const found = search(forward ? 1 : -1)
  return found < 0 ? search(forward ? -1 : 1) : found
}

/**
 * @param open whether Enter asked for the details, rather than an arrow passing by
 * @param moved called with the row that is then selected
 * @param page rows that can be seen at once
 */
export function useGridKeys(
  rows: Rows,
  selected: number | undefined,
  select: (seq: number, open: boolean) => void,
  moved?: (row: number) => void,
  page = PAGE,
) {
  return useCallback(
    (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter' && selected !== undefined) {
        select(selected, true)
        return
      }
      const from = selected === undefined ? -1 : rows.rowOf(selected)
      const wanted = step(event.key, from, rows.length, page)
      if (wanted === undefined || rows.length === 0) return
      event.preventDefault()
      const clamped = Math.min(Math.max(wanted, 0), rows.length - 1)
      const row = itemNear(rows, clamped, clamped >= from)
      const entry = rows.at(row)
      if (entry?.type !== 'item') return
      select(entry.item.seq, false)
      moved?.(row)
    },
    [rows, selected, select, moved, page],
  )
}
