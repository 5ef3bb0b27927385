/** What went over the wire, as the page keeps it: grows at its end, and never copies. */

import type { WireItem } from './contract.js'

/**
 * A view of the first `length` items. `with` gives a longer view over the same memory; this one
 * stays as it is, so that a component may compare lists by identity.
 */
export class ItemList implements Iterable<WireItem> {
  static readonly empty = (): ItemList => new ItemList([], 0)

  readonly #all: WireItem[]
  readonly length: number

  private constructor(all: WireItem[], length: number) {
    this.#all = all
    this.length = length
  }

  /** @param items follow the last one of this list, in the order of their `seq` */
  with(items: readonly WireItem[]): ItemList {
    if (items.length === 0) return this
    // a list that has been continued already is continued by a copy
    const all = this.#all.length === this.length ? this.#all : this.#all.slice(0, this.length)
    for (const item of items) all.push(item)
    return new ItemList(all, all.length)
  }

  at(index: number): WireItem | undefined {
    return index >= 0 && index < this.length ? this.#all[index] : undefined
  }

  last(): WireItem | undefined {
    return this.at(this.length - 1)
  }

  /** @returns the index of the item with this `seq`, −1 if there is none */
  indexOfSeq(seq: number): number {
    let low = 0
    let high = this.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = this.#all[middle]?.seq ?? Number.POSITIVE_INFINITY
      if (found === seq) return middle
      if (found < seq) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** A copy of the items [start, end). */
  slice(start = 0, end = this.length): WireItem[] {
    return this.#all.slice(start, Math.min(end, this.length))
  }

  *[Symbol.iterator](): Iterator<WireItem> {
    for (let i = 0; i < this.length; i++) {
      const item = this.#all[i]
      if (item) yield item
    }
  }
}

/** The last item of our or the peer's handshake; undefined before the first. */
export function latestHandshakeItem(items: ItemList): WireItem | undefined {
  let latest: WireItem | undefined
  for (const item of items) {
    if (item.kind === 'message' || item.kind === 'v1 message') break
    latest = item
  }
  return latest
}
