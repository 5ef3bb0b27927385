/** How often each type occurs among the packets of a session; counted on as they come. */

import type { Items } from '../../session/handshake.js'
import { isPacket } from './row-index.js'

export class TypeCounts {
  #counts = new Map<string, number>()
  #looked = 0

  /** @param items those of the last call, and what has come since; or other ones */
  of(items: Items): ReadonlyMap<string, number> {
    if (items.length < this.#looked) {
      this.#counts = new Map()
      this.#looked = 0
    }
    for (; this.#looked < items.length; this.#looked++) {
      const item = items.at(this.#looked)
      if (!item || !isPacket(item)) continue
      this.#counts.set(item.label, (this.#counts.get(item.label) ?? 0) + 1)
    }
    return this.#counts
  }
}
