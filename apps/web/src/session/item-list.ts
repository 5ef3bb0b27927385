/** What went over the wire, as the page keeps it: columns in chunks, which grow at their end. */

import type { WireItem } from './item.js'
import { ItemChunk } from './item-chunk.js'
import { CHUNK_ROWS, type Columns } from './item-columns.js'
import { ItemPacker } from './item-packer.js'
import { addTally, NOTHING, type Tally, tallyOf } from './item-tally.js'
import type { PackedItems } from './packed-items.js'
import type { TextColumn } from './text-column.js'

/** Items that are kept as objects once they have been made: more than are drawn at once. */
const MADE = 1 << 10

/** Rows of the list, to be looked through without making items. */
export interface ChunkView {
  /** Row of the list that its first one is. */
  readonly start: number
  /** Rows of the view: the columns may be longer. */
  readonly length: number
  readonly columns: Columns
  /** By `columns.labels`. */
  readonly labels: readonly string[]
  /** By `columns.texts`: a text may be that of several rows. */
  readonly texts: TextColumn
  /** What `columns.numbers` count from. */
  readonly firstNumbers: readonly [sent: number, received: number]
  /** What the columns don't say, by row of the chunk: of a few items of the handshake. */
  readonly apart: ItemChunk['apart']
}

/** What all views of a list share. All chunks but the last are full. */
class Memory {
  readonly chunks: ItemChunk[] = []
  /** Of all rows before a chunk. */
  readonly talliesBefore: Tally[] = []
  readonly made: { row: number; item: WireItem }[] = []
  length = 0

  append(packed: PackedItems): void {
    const source = ItemChunk.of(packed)
    for (let from = 0; from < source.length; ) {
      const chunk = this.#room()
      const count = Math.min(source.length - from, CHUNK_ROWS - chunk.length)
      chunk.addRows(source, from, from + count)
      from += count
      this.length += count
    }
  }

  at(row: number): WireItem | undefined {
    const slot = row & (MADE - 1)
    const made = this.made[slot]
    if (made?.row === row) return made.item
    const item = this.chunks[Math.floor(row / CHUNK_ROWS)]?.at(row % CHUNK_ROWS)
    if (item) this.made[slot] = { row, item }
    return item
  }

  seqAt(row: number): number {
    return this.chunks[Math.floor(row / CHUNK_ROWS)]?.columns.seqs[row % CHUNK_ROWS] ?? -1
  }

  #room(): ItemChunk {
    const last = this.chunks.at(-1)
    if (last && !last.isFull) return last
    last?.seal()
    const before = this.talliesBefore.at(-1) ?? NOTHING
    this.talliesBefore.push(last ? addTally(before, tallyOf(last, last.length)) : NOTHING)
    const chunk = new ItemChunk()
    this.chunks.push(chunk)
    return chunk
  }
}

/**
 * A view of the first `length` items. `with` gives a longer view over the same memory; this one
 * stays as it is, so that a component may compare lists by identity. An item is made when it is
 * asked for, and is the same object as long as others near it are asked for.
 */
export class ItemList implements Iterable<WireItem> {
  static readonly empty = (): ItemList => new ItemList(new Memory(), 0)

  readonly #memory: Memory
  readonly length: number

  private constructor(memory: Memory, length: number) {
    this.#memory = memory
    this.length = length
  }

  /** @param items follow the last one of this list, in the order of their `seq` */
  with(items: readonly PackedItems[]): ItemList {
    if (items.every(({ rows }) => rows === 0)) return this
    // a list that has been continued already is continued by a copy
    if (this.#memory.length !== this.length) {
      return ItemList.empty().with([...this.#packed(), ...items])
    }
    for (const packed of items) this.#memory.append(packed)
    return new ItemList(this.#memory, this.#memory.length)
  }

  /** A view of the first `count` items over the same memory. */
  first(count: number): ItemList {
    return count >= this.length ? this : new ItemList(this.#memory, Math.max(count, 0))
  }

  at(index: number): WireItem | undefined {
    return index >= 0 && index < this.length ? this.#memory.at(index) : undefined
  }

  last(): WireItem | undefined {
    return this.at(this.length - 1)
  }

  /** The `seq` of the item at an index, without making it; −1 if there is none. */
  seqAt(index: number): number {
    return index >= 0 && index < this.length ? this.#memory.seqAt(index) : -1
  }

  /** @returns the index of the item with this `seq`, −1 if there is none */
  indexOfSeq(seq: number): number {
    let low = 0
    let high = this.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = this.#memory.seqAt(middle)
      if (found === seq) return middle
      if (found < seq) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** The items [start, end). */
  slice(start = 0, end = this.length): WireItem[] {
    const items: WireItem[] = []
    for (let i = start; i < Math.min(end, this.length); i++) {
      const item = this.at(i)
      if (item) items.push(item)
    }
    return items
  }

  *[Symbol.iterator](): Iterator<WireItem> {
    for (let i = 0; i < this.length; i++) {
      const item = this.at(i)
      if (item) yield item
    }
  }

  /** The rows of this view, to be looked through; all chunks but the last have `CHUNK_ROWS`. */
  chunks(): ChunkView[] {
    const count = Math.ceil(this.length / CHUNK_ROWS)
    return this.#memory.chunks.slice(0, count).map((chunk, i) => ({
      start: i * CHUNK_ROWS,
      length: Math.min(this.length - i * CHUNK_ROWS, CHUNK_ROWS),
      columns: chunk.columns,
      labels: chunk.labels,
      texts: chunk.texts,
      firstNumbers: chunk.firstNumbers,
      apart: chunk.apart,
    }))
  }

  /** What crossed the wire with the first `count` items. */
  tally(count = this.length): Tally {
    const end = Math.min(count, this.length)
    const i = Math.max(Math.ceil(end / CHUNK_ROWS) - 1, 0)
    const chunk = this.#memory.chunks[i]
    const before = this.#memory.talliesBefore[i] ?? NOTHING
    return chunk ? addTally(before, tallyOf(chunk, end - i * CHUNK_ROWS)) : before
  }

  /** The items with these `seq`s, in memory of their own. */
  pick(seqs: Iterable<number>): readonly PackedItems[] {
    const packer = new ItemPacker()
    for (const seq of seqs) {
      const row = this.indexOfSeq(seq)
      const chunk = this.#memory.chunks[Math.floor(row / CHUNK_ROWS)]
      if (row >= 0 && chunk) packer.addRow(chunk, row % CHUNK_ROWS)
    }
    return packer.take()
  }

  /** Bytes of memory, with an estimate for what is not in typed arrays. */
  get byteLength(): number {
    return this.#memory.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  }

  #packed(): readonly PackedItems[] {
    return this.#memory.chunks
      .slice(0, Math.ceil(this.length / CHUNK_ROWS))
      .map((chunk, i) => chunk.pack(Math.min(this.length - i * CHUNK_ROWS, CHUNK_ROWS)))
  }
}
