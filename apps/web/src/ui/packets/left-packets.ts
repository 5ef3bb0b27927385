/** The packets of a session that a filter leaves: each item is looked at once, as it comes. */

import { useMemo, useRef } from 'react'
import type { Items } from '../../session/handshake.js'
import type { PacketFilter } from './filter.js'
import { IndexList } from './index-list.js'

export class LeftPackets {
  readonly #filter: Pick<PacketFilter, 'matches'>
  readonly #left = new IndexList()
  #looked = 0

  constructor(filter: Pick<PacketFilter, 'matches'>) {
    this.#filter = filter
  }

  /** @param items those of the last call, and what has come since; or some of the first of them */
  lookAt(items: Items): void {
    for (; this.#looked < items.length; this.#looked++) {
      const item = items.at(this.#looked)
      if (item && this.#filter.matches(item)) this.#left.push(this.#looked)
    }
  }

  /** Indices of the items that pass. */
  get left(): IndexList {
    return this.#left
  }
}

/**
 * @param session the list of another session is looked at anew
 * @returns a new object for more items, over the same memory; undefined where there is no filter
 */
export function useLeftPackets(
  session: number,
  items: Items,
  filter: PacketFilter,
): { readonly left: IndexList } | undefined {
  const kept = useRef<{ session: number; filter: PacketFilter; packets: LeftPackets } | undefined>(
    undefined,
  )
  return useMemo(() => {
    if (filter.text === '') return undefined
    if (kept.current?.session !== session || kept.current.filter !== filter) {
      kept.current = { session, filter, packets: new LeftPackets(filter) }
    }
    const { packets } = kept.current
    packets.lookAt(items)
    return { left: packets.left }
  }, [session, items, filter])
}
