/** Asks in which fields bytes lie, where that has not been asked for yet. */

import { useCallback, useRef } from 'react'
import { useActions } from '../session-hooks.js'
import type { FieldNode } from './field-node.js'
import { isUnknown, leavesIn } from './leaves.js'

/** Bytes are located so many at a time. */
const BLOCK = 4096

/** @returns asks for bytes [start, end) of the item, each block of them once */
export function useLocated(fields: readonly FieldNode[]): (start: number, end: number) => void {
  const { askLeaves } = useActions()
  const blocks = useRef(new Set<number>())
  return useCallback(
    (start, end) => {
      const payload = fields.find(({ name }) => name === 'payload')
      const leaves = leavesIn(fields, { start, end })
      if (!payload || !leaves.some((leaf) => isUnknown(fields, leaf))) return
      const first = Math.floor(Math.max(start - payload.start, 0) / BLOCK)
      const last = Math.ceil((Math.min(end, payload.end) - payload.start) / BLOCK)
      for (let block = first; block < last; block++) {
        if (blocks.current.has(block)) continue
        blocks.current.add(block)
        askLeaves(block * BLOCK, (block + 1) * BLOCK)
      }
    },
    [fields, askLeaves],
  )
}
