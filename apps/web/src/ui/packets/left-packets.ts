/** The packets of a session that a filter leaves: each item is looked at once, as it comes. */

import { useMemo, useRef } from 'react'
import type { WireItem } from '../../session/contract.js'
import type { Items } from '../ladder/handshake.js'
import type { PacketFilter } from './filter.js'

export class LeftPackets {
  readonly #filter: PacketFilter
  readonly #left: WireItem[] = []
  #looked = 0

  constructor(filter: PacketFilter) {
    this.#filter = filter
  }

  /** @param items those of the last call, and what has come since */
  lookAt(items: Items): void {
    for (; this.#looked < items.length; this.#looked++) {
      const item = items.at(this.#looked)
      if (item && this.#filter.matches(item)) this.#left.push(item)
    }
  }

  /** What passes, in order; it grows with `lookAt`. */
  get left(): readonly WireItem[] {
    return this.#left
  }
}

/**
 * @param session the list of another session is looked at anew
 * @returns a new object for more items, over the same memory; empty where there is no filter
 */
export function useLeftPackets(
  session: number,
  items: Items,
  filter: PacketFilter,
): { readonly packets: readonly WireItem[] } {
  const kept = useRef<{ session: number; filter: PacketFilter; index: LeftPackets } | undefined>(
    undefined,
  )
  return useMemo(() => {
    if (kept.current?.session !== session || kept.current.filter !== filter) {
      kept.current = { session, filter, index: new LeftPackets(filter) }
    }
    const { index } = kept.current
    if (filter.text !== '') index.lookAt(items)
    return { packets: index.left }
  }, [session, items, filter])
}
