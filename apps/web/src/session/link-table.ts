/** What answers what, looked up in the columns of the list. */

import type { WireItem } from './item.js'
import { ItemList } from './item-list.js'

/** What has been looked up last, so as to look only at what is new. */
interface Known {
  /** Rows that have been looked at. */
  rows: number
  answers: readonly WireItem[]
}

const NONE: readonly WireItem[] = []
/** So many are remembered: more than are shown at once. */
const MOST_KNOWN = 32

export class LinkTable {
  static readonly of = (items: ItemList): LinkTable => new LinkTable(items, new Map())
  static readonly empty = (): LinkTable => LinkTable.of(ItemList.empty())

  readonly #items: ItemList
  readonly #known: Map<number, Known>

  private constructor(items: ItemList, known: Map<number, Known>) {
    this.#items = items
    this.#known = known
  }

  /** @param items those of this table, and what has come since */
  with(items: ItemList): LinkTable {
    return new LinkTable(items, this.#known)
  }

  /** Of something asked for: what has come back so far, in order; the same array until more has. */
  answersTo(seq: number): readonly WireItem[] {
    const known = this.#known.get(seq) ?? this.#remember(seq)
    if (known.rows < this.#items.length) {
      const more = this.#lookFor(seq, known.rows)
      if (more.length > 0) known.answers = [...known.answers, ...more]
      known.rows = this.#items.length
    }
    return known.answers
  }

  #remember(seq: number): Known {
    const [oldest] = this.#known.keys()
    if (oldest !== undefined && this.#known.size >= MOST_KNOWN) this.#known.delete(oldest)
    // an answer follows what it answers
    const known = { rows: Math.max(this.#items.indexOfSeq(seq), 0), answers: NONE }
    this.#known.set(seq, known)
    return known
  }

  #lookFor(seq: number, from: number): WireItem[] {
    const found: WireItem[] = []
    for (const { start, length, columns } of this.#items.chunks()) {
      for (let i = Math.max(from - start, 0); i < length; i++) {
        if (columns.answers[i] !== seq) continue
        const item = this.#items.at(start + i)
        if (item) found.push(item)
      }
    }
    return found
  }
}
