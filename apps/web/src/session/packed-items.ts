/** Items on their way between the worker and the page: columns in memory that is handed over. */

import type { WireItem } from './item.js'

/** What of an item does not follow from its columns. */
export type Apart = Partial<
  Pick<
    WireItem,
    'preview' | 'offset' | 'aadBytes' | 'contentsBytes' | 'number' | 'epoch' | 'asks' | 'answers'
  >
>

/** Rows of a chunk; see `Columns` and `ItemChunk` for the layout. */
export interface PackedItems {
  readonly rows: number
  /** Of so many rows. */
  readonly columns: ArrayBuffer
  readonly labels: readonly string[]
  /** UTF-8, one behind the other. */
  readonly textBytes: Uint8Array<ArrayBuffer>
  readonly textEnds: Uint32Array<ArrayBuffer>
  readonly firstNumbers: readonly [sent: number, received: number]
  readonly apart: readonly (readonly [row: number, apart: Apart])[]
}

/** The memory that goes over with them, in place of a copy. */
export const memoryOf = (items: readonly PackedItems[]): ArrayBuffer[] =>
  items.flatMap(({ columns, textBytes, textEnds }) => [columns, textBytes.buffer, textEnds.buffer])
