/** Inventory: things that a peer has, wants or lacks, each by its kind and its hash. */

import type { FormChoice } from './form.js'
import { hashField } from './hash.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { unsigned32 } from './number-field.js'
import { showCount } from './show.js'
import { derived, group, struct } from './struct.js'

/** MAX_INV_SZ of Bitcoin Core. */
export const MAX_INVENTORY = 50_000

/** What an inventory item is; `unknown` for a number without a name. */
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

/** One thing that a peer has, wants or lacks. */
export interface InventoryItem {
  /** Unsigned 32 bits. */
  readonly kind: number
  /** Follows from `kind`; not encoded. */
  readonly kindName: InventoryKindName
  /** 64 hex digits, display order: a block's hash, a txid, or for `wtx` a wtxid. */
  readonly hash: string
}

/** Things that the sender has. */
export interface InvMessage {
  readonly type: 'inv'
  /** At most 50,000. */
  readonly inventory: readonly InventoryItem[]
}

/** Each thing is to be sent, as a message of its own. */
export interface GetDataMessage {
  readonly type: 'getdata'
  /** At most 50,000. */
  readonly inventory: readonly InventoryItem[]
}

/** What the sender of a getdata cannot have. */
export interface NotFoundMessage {
  readonly type: 'notfound'
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

/** What a form starts with: a block. */
const INITIAL_KIND = 2n
const KIND_CHOICES: readonly FormChoice[] = [...KIND_NAMES].map(([kind, label]) => ({
  value: BigInt(kind),
  label,
}))
const ITEM = derived(
  struct({
    kind: unsigned32('kind', 'inventory.kind', {
      show: showKind,
      choices: KIND_CHOICES,
      initial: INITIAL_KIND,
    }),
    hash: hashField('hash', 'inventory.hash'),
  }),
  ({ kind, hash }): InventoryItem => ({ kind, kindName: inventoryKindName(kind), hash }),
)

/** `inventory 3: tx 2, block 1` */
function summarizeInventory(inventory: readonly InventoryItem[]): string {
  const counts = new Map<string, number>()
  for (const { kindName } of inventory) counts.set(kindName, (counts.get(kindName) ?? 0) + 1)
  const parts = [...counts].map(([name, count]) => `${name} ${count}`)
  const total = showCount('inventory', inventory.length)
  return parts.length === 0 ? total : `${total}: ${parts.join(', ')}`
}

const inventoryCodec = <T extends 'inv' | 'getdata' | 'notfound'>(type: T) =>
  codecOf(
    type,
    struct({
      inventory: list<InventoryItem>(
        {
          name: 'inventory',
          fieldKey: `${type}.inventory`,
          count: { name: 'count', fieldKey: 'inventory.count' },
          max: MAX_INVENTORY,
        },
        group(
          { name: 'item', fieldKey: 'inventory.item' },
          ITEM,
          ({ kind, hash }) => `${showKind(kind)} ${hash}`,
        ),
      ),
    }),
    ({ inventory }) => summarizeInventory(inventory),
  )

export const invCodec: MessageCodec<InvMessage> = inventoryCodec('inv')
export const getDataCodec: MessageCodec<GetDataMessage> = inventoryCodec('getdata')
export const notFoundCodec: MessageCodec<NotFoundMessage> = inventoryCodec('notfound')
