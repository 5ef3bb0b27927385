/** How many panes there is room for. */

import { useSyncExternalStore } from 'react'

/** One pane by tabs; two above one; three beside each other; four with the keys. */
export type Layout = 'narrow' | 'middle' | 'wide' | 'widest'

/** The styles of what is narrow ask the same: below 720 px, or below 1180 px with little height. */
const QUERIES = [
  ['widest', '(min-width: 2200px)'],
  ['wide', '(min-width: 1180px)'],
  ['middle', '(min-width: 720px) and (min-height: 650px)'],
] as const

/** Each asked for once: components look with every frame. */
const LISTS = new Map<string, MediaQueryList>()

function listOf(query: string): MediaQueryList {
  const list = LISTS.get(query) ?? matchMedia(query)
  LISTS.set(query, list)
  return list
}

function current(): Layout {
  return QUERIES.find(([, query]) => listOf(query).matches)?.[0] ?? 'narrow'
}

function subscribe(changed: () => void): () => void {
  const lists = [...QUERIES.map(([, query]) => query), TOUCH].map(listOf)
  for (const list of lists) list.addEventListener('change', changed)
  return () => {
    for (const list of lists) list.removeEventListener('change', changed)
  }
}

const TOUCH = '(pointer: coarse), (max-width: 719px)'

export const useLayout = (): Layout => useSyncExternalStore(subscribe, current, () => 'wide')

/** Whether targets are to be 40 px high; tokens.css asks the same. */
export const useTouch = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => listOf(TOUCH).matches,
    () => false,
  )
