/** Where a key leads in the bytes. */

export interface ByteMove {
  readonly key: string
  readonly ctrl: boolean
  /** Where the cursor is; undefined before the first move. */
  readonly from: number | undefined
  readonly length: number
  readonly perRow: number
  /** Rows in sight. */
  readonly pageRows: number
}

/** @returns the offset of a byte; undefined where the key moves nothing */
export function moveOf(move: ByteMove): number | undefined {
  const { from, length } = move
  if (length === 0) return undefined
  const to = target({ ...move, from: from ?? 0 })
  if (to === undefined) return undefined
  // the first arrow shows where the cursor is
  if (from === undefined && move.key.startsWith('Arrow')) return 0
  return Math.min(Math.max(to, 0), length - 1)
}

function target(move: ByteMove & { readonly from: number }): number | undefined {
  const { key, ctrl, from, length, perRow, pageRows } = move
  const rowStart = from - (from % perRow)
  switch (key) {
    case 'ArrowLeft':
      return from - 1
    case 'ArrowRight':
      return from + 1
    // the first and the last row have no neighbour to go to
    case 'ArrowUp':
      return from < perRow ? from : from - perRow
    case 'ArrowDown':
      return from + perRow < length ? from + perRow : from
    case 'PageUp':
      return from - Math.min(pageRows, Math.floor(from / perRow)) * perRow
    case 'PageDown':
      return from + Math.min(pageRows, Math.floor((length - 1 - from) / perRow)) * perRow
    case 'Home':
      return ctrl ? 0 : rowStart
    case 'End':
      return ctrl ? length - 1 : rowStart + perRow - 1
    default:
      return undefined
  }
}
