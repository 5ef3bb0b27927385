/** Collects items in columns, to be handed over. */

import type { WireItem } from './item.js'
import { ItemChunk } from './item-chunk.js'
import { Columns } from './item-columns.js'
import type { PackedItems } from './packed-items.js'

/** Of a chunk: as many as may come in a frame, as memory is taken for all of them. */
const ROWS = 1024

export class ItemPacker {
  #packed: PackedItems[] = []
  #chunk: ItemChunk | undefined

  add(item: WireItem): void {
    this.#room().add(item)
  }

  /** A row of another chunk. */
  addRow(chunk: ItemChunk, row: number): void {
    this.#room().addRows(chunk, row, row + 1)
  }

  /** All that were added since. */
  take(): readonly PackedItems[] {
    this.#pack()
    const taken = this.#packed
    this.#packed = []
    return taken
  }

  #room(): ItemChunk {
    if (this.#chunk?.isFull) this.#pack()
    this.#chunk ??= new ItemChunk(new Columns(ROWS))
    return this.#chunk
  }

  #pack(): void {
    if (this.#chunk) this.#packed.push(this.#chunk.handOver())
    this.#chunk = undefined
  }
}
