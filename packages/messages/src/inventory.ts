/** Inventory: things that a peer has, each by its kind and its hash. */

import * as P from 'micro-packed'
import { readCount, writeCount } from './compact-size.js'
import { fixedField, sizeOf } from './field.js'
import { hashField } from './hash.js'
import type { MessageCodec } from './message-codec.js'
import type { PayloadReader } from './reader.js'
import { showCount } from './show.js'
import type { PayloadWriter } from './writer.js'

/** MAX_INV_SZ of Bitcoin Core. */
export const MAX_INVENTORY = 50_000

export type InventoryKindName =
  | 'error'
  | 'tx'
  | 'block'
  | 'filtered block'
  | 'compact block'
  | 'wtx'
  | 'witness tx'
  | 'witness block'
  | 'filtered witness block'
  | 'unknown'

/** BIP144: added to a kind to ask for it with its witnesses. */
const WITNESS_FLAG = 1 << 30

/** Numbers from BIP37 (3), BIP152 (4), BIP339 (5) and BIP144 (with the witness flag). */
const KIND_NAMES: ReadonlyMap<number, InventoryKindName> = new Map([
  [0, 'error'],
  [1, 'tx'],
  [2, 'block'],
  [3, 'filtered block'],
  [4, 'compact block'],
  [5, 'wtx'],
  [WITNESS_FLAG + 1, 'witness tx'],
  [WITNESS_FLAG + 2, 'witness block'],
  [WITNESS_FLAG + 3, 'filtered witness block'],
])

/** One thing that a peer has. */
export interface InventoryItem {
  /** Unsigned 32 bits. */
  readonly kind: number
  /** Follows from `kind`; not encoded. */
  readonly kindName: InventoryKindName
  /** 64 hex digits, display order: a block's hash, a txid, or for `wtx` a wtxid. */
  readonly hash: string
}

export interface InvMessage {
  readonly type: 'inv'
  /** At most 50,000. */
  readonly inventory: readonly InventoryItem[]
}

/** Names an inventory kind; `unknown` where the number has no name. */
export function inventoryKindName(kind: number): InventoryKindName {
  return KIND_NAMES.get(kind) ?? 'unknown'
}

function showKind(kind: number): string {
  const name = inventoryKindName(kind)
  return name === 'unknown' ? `kind ${kind}` : name
}

const KIND = fixedField('kind', P.U32LE, showKind, 'what the hash is of')
const HASH = hashField('hash', 'which one it is')
const COUNT = {
  name: 'count',
  note: 'items that follow',
  max: MAX_INVENTORY,
  itemSize: sizeOf(KIND, HASH),
}

function readItem(reader: PayloadReader): InventoryItem {
  const kind = reader.read(KIND)
  return { kind, kindName: inventoryKindName(kind), hash: reader.read(HASH) }
}

function readInventory(reader: PayloadReader): InventoryItem[] {
  const count = readCount(reader, COUNT)
  return Array.from({ length: count }, (_, i) =>
    reader.group(
      { name: `item ${i}` },
      () => readItem(reader),
      ({ kind, hash }) => `${showKind(kind)} ${hash}`,
    ),
  )
}

function writeInventory(writer: PayloadWriter, inventory: readonly InventoryItem[]): void {
  writeCount(writer, COUNT, inventory.length)
  for (const [i, { kind, hash }] of inventory.entries()) {
    writer.group(`item ${i}`, () => {
      writer.write(KIND, kind)
      writer.write(HASH, hash)
    })
  }
}

/** `3 items: 2 tx, 1 block` */
function summarizeInventory(inventory: readonly InventoryItem[]): string {
  const counts = new Map<string, number>()
  for (const { kindName } of inventory) counts.set(kindName, (counts.get(kindName) ?? 0) + 1)
  const parts = [...counts].map(([name, count]) => `${count} ${name}`)
  const total = showCount(inventory.length, 'item')
  return parts.length === 0 ? total : `${total}: ${parts.join(', ')}`
}

export const invCodec: MessageCodec<InvMessage> = {
  read: (reader) => ({ type: 'inv', inventory: readInventory(reader) }),
  write: (writer, { inventory }) => writeInventory(writer, inventory),
  summarize: ({ inventory }) => summarizeInventory(inventory),
}
