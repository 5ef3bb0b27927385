/** The rows of two sessions, computed anew only where what is compared has changed. */

import { useMemo } from 'react'
import { type ComparedGroup, comparedItems, compareItems } from '../../session/compare.js'
import type { SessionView } from '../../session/session-view.js'

export interface Comparison {
  readonly groups: readonly ComparedGroup[]
  /** Items that are not compared. */
  readonly rest: { readonly left: number; readonly right: number }
}

/** Of a session that goes on, with what has come so far. */
export function useComparison(left: SessionView, right: SessionView): Comparison {
  const lefts = useCompared(left)
  const rights = useCompared(right)
  const groups = useMemo(() => compareItems(lefts.items, rights.items), [lefts.items, rights.items])
  return { groups, rest: { left: lefts.rest, right: rights.rest } }
}

function useCompared({ id, items }: SessionView) {
  const compared = useMemo(() => comparedItems(items), [items])
  // what follows the last one that is compared changes nothing
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two say which items they are
  const same = useMemo(() => compared.items, [id, compared.items.length])
  return { items: same, rest: compared.rest }
}
