/** How the panes share their room: as the reader drew them, and kept. */

import { create } from 'zustand'

const KEY = 'v2scope.panes'

/** By the name of a split: what each of its panes weighs against the others. */
type Splits = Readonly<Record<string, readonly number[]>>

const isWeights = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((weight) => Number.isFinite(weight) && weight > 0)

function stored(): Splits {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, weights]) => isWeights(weights)))
  } catch {
    return {}
  }
}

const useSplits = create<Splits>(() => stored())

/** @param first until the reader has drawn others, and where those are not of so many panes */
export function useWeights(name: string, first: readonly number[]): readonly number[] {
  const drawn = useSplits((splits) => splits[name])
  return drawn?.length === first.length ? drawn : first
}

export function setWeights(name: string, weights: readonly number[]): void {
  useSplits.setState({ [name]: weights })
  keep()
}

/** As they were at first: one split, or all of them. */
export function resetSplits(name?: string): void {
  const left = Object.entries(useSplits.getState()).filter(
    ([other]) => name !== undefined && other !== name,
  )
  useSplits.setState(Object.fromEntries(left), true)
  keep()
}

/** Where storage is forbidden, they last as long as the page. */
function keep(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(useSplits.getState()))
  } catch {
    // they last as long as the page
  }
}
