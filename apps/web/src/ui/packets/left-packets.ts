/** The packets of a session that a filter leaves: each row is looked at once, as it comes. */

import { useMemo, useRef } from 'react'
import type { ChunkView, ItemList } from '../../session/item-list.js'
import { chunkTest } from './chunk-test.js'
import type { PacketFilter } from './filter.js'
import type { Condition } from './filter-keys.js'
import { IndexList } from './index-list.js'

export class LeftPackets {
  readonly #condition: Condition
  readonly #left = new IndexList()
  #looked = 0
  /** Of the chunk that was looked at last: more rows may come to it. */
  #last:
    | { readonly columns: ChunkView['columns']; readonly test: (row: number) => boolean }
    | undefined

  constructor(condition: Condition) {
    this.#condition = condition
  }

  /** @param items those of the last call, and what has come since; or some of the first of them */
  lookAt(items: ItemList): void {
    if (items.length <= this.#looked) return
    for (const chunk of items.chunks()) {
      const { start, length } = chunk
      if (start + length <= this.#looked) continue
      const test = this.#testOf(chunk)
      for (let row = Math.max(this.#looked - start, 0); row < length; row++) {
        if (test(row)) this.#left.push(start + row)
      }
    }
    this.#looked = items.length
  }

  /** Indices of the items that pass. */
  get left(): IndexList {
    return this.#left
  }

  #testOf(chunk: ChunkView): (row: number) => boolean {
    const { columns } = chunk
    if (this.#last?.columns !== columns) {
      this.#last = { columns, test: chunkTest(this.#condition, chunk) }
    }
    return this.#last.test
  }
}

/**
 * @param session the list of another session is looked at anew
 * @returns a new object for more items, over the same memory; undefined where there is no filter
 */
export function useLeftPackets(
  session: number,
  items: ItemList,
  filter: PacketFilter,
): { readonly left: IndexList } | undefined {
  const kept = useRef<{ session: number; filter: PacketFilter; packets: LeftPackets } | undefined>(
    undefined,
  )
  return useMemo(() => {
    if (filter.text === '') return undefined
    if (kept.current?.session !== session || kept.current.filter !== filter) {
      kept.current = { session, filter, packets: new LeftPackets(filter.condition) }
    }
    const { packets } = kept.current
    packets.lookAt(items)
    return { left: packets.left }
  }, [session, items, filter])
}
