/** How often each type occurs among the packets of a session; counted on as they come. */

import type { ItemList } from '../../session/item-list.js'
import { isPacketAt } from './chunk-test.js'

export class TypeCounts {
  #counts = new Map<string, number>()
  #looked = 0

  /** @param items those of the last call, and what has come since; or fewer, which are counted anew */
  of(items: ItemList): ReadonlyMap<string, number> {
    if (items.length < this.#looked) {
      this.#counts = new Map()
      this.#looked = 0
    }
    for (const chunk of items.chunks()) {
      const { start, length, columns, labels } = chunk
      const found = new Uint32Array(labels.length)
      for (let row = Math.max(this.#looked - start, 0); row < length; row++) {
        const label = columns.labels[row] ?? 0
        if (isPacketAt(chunk, row)) found[label] = (found[label] ?? 0) + 1
      }
      for (const [i, label] of labels.entries()) {
        const more = found[i] ?? 0
        if (more > 0) this.#counts.set(label, (this.#counts.get(label) ?? 0) + more)
      }
    }
    this.#looked = items.length
    return this.#counts
  }
}
