import type { WireItem } from '../../session/item.js'
import { labelOf } from '../ladder/handshake.js'

/** What an item is called: a message type is as it was on the wire, in every language. */
export function ItemLabel({ item }: { readonly item: WireItem }) {
  const isType = item.kind === 'message' || item.kind === 'v1 message'
  return <span {...(isType && { translate: 'no' as const })}>{labelOf(item)}</span>
}
