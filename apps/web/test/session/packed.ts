/** Items as they go between the worker and the page. */

import type { WireItem } from '../../src/session/item.js'
import { ItemList } from '../../src/session/item-list.js'
import { ItemPacker } from '../../src/session/item-packer.js'
import type { PackedItems } from '../../src/session/packed-items.js'

export function packed(items: Iterable<WireItem>): readonly PackedItems[] {
  const packer = new ItemPacker()
  for (const item of items) packer.add(item)
  return packer.take()
}

export const unpacked = (items: readonly PackedItems[]): WireItem[] =>
  ItemList.empty().with(items).slice()
