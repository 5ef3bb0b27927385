/** Brings the chosen field into the tree and into sight: its parts are asked for, what it is in is opened. */

import { type RefObject, useEffect, useRef } from 'react'
import { useActions } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import type { FieldNode } from './field-node.js'
import { missingOn } from './gaps.js'

/** @param open opens every field that this one is in */
export function useReveal(
  tree: RefObject<HTMLElement | null>,
  nodes: readonly FieldNode[],
  open: (ids: readonly string[]) => void,
): void {
  const { askParts } = useActions()
  const field = useUi((state) => state.field)
  const bytes = useUi((state) => state.bytes)
  /** What has been asked for last, and what has been shown: once for each choice. */
  const asked = useRef<string | undefined>(undefined)
  const shown = useRef<unknown>(undefined)
  /** What was opened for it; a field that isn't there stays out of sight nevertheless. */
  const opened = useRef<unknown>(undefined)
  // a choice of other bytes of the same field is another choice
  const choice = bytes ?? field

  useEffect(() => {
    if (field === undefined || shown.current === choice) return
    const missing = missingOn(nodes, field)
    if (missing) {
      const key = [field, ...missing.path, missing.from].join()
      if (asked.current !== key) askParts(missing.path, missing.from)
      asked.current = key
      return
    }
    const item = tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(field)}"]`)
    if (!item) {
      if (opened.current !== choice) open(outerOf(field))
      opened.current = choice
      return
    }
    shown.current = choice
    // with what is said of it
    item.parentElement?.scrollIntoView?.({ block: 'nearest' })
  })
}

/** `3.0.1` is in `3` and in `3.0`. */
function outerOf(id: string): readonly string[] {
  const path = id.split('.')
  return path.slice(1).map((_, i) => path.slice(0, i + 1).join('.'))
}
