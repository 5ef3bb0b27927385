/** From a place in a stream to what the session shows of it. */

import type { FaultPlan, Misbehaviour, StreamPart, WireDeed } from '@v2scope/lab'
import type { WireItem } from '../../../session/item.js'
import type { ItemList } from '../../../session/item-list.js'

/** Looked at, at most: what the Lab does happens early in a session. */
const MOST_ITEMS = 5000

export interface DeedItem {
  readonly item: WireItem
  /** The byte of it. */
  readonly start: number
}

/** @returns undefined where the stream has not come so far: what failed is no item */
export function itemOfDeed(
  items: ItemList,
  { direction, offset, packet }: Pick<WireDeed, 'direction' | 'offset' | 'packet'>,
): DeedItem | undefined {
  let before = 0
  for (let i = 0; i < Math.min(items.length, MOST_ITEMS); i++) {
    const item = items.at(i)
    if (!item || item.direction !== direction) continue
    const isIt = packet === undefined ? offset < before + item.wireBytes : item.number === packet
    if (isIt) return { item, start: Math.max(offset - before, 0) }
    before += item.wireBytes
  }
  return undefined
}

type PeerPlan = Extract<FaultPlan, { on: 'peer' }>

/** What a misbehaving peer does wrong in the first item of its own that fits. */
export function itemOfMisdeed(items: ItemList, plan: PeerPlan): WireItem | undefined {
  const direction = plan.place === 'us' ? 'sent' : 'received'
  const isIt = MISDEEDS[plan.misbehaviour]
  for (let i = 0; i < Math.min(items.length, MOST_ITEMS); i++) {
    const item = items.at(i)
    if (item?.direction === direction && isIt(item)) return item
  }
  return undefined
}

const isKind =
  (kind: WireItem['kind']) =>
  (item: WireItem): boolean =>
    item.kind === kind
const isFirstPacket = ({ number }: WireItem): boolean => number === 0
/** A decoy that large is no other. */
const MEGABYTE = 1_000_000

const MISDEEDS: Readonly<Record<Misbehaviour, (item: WireItem) => boolean>> = {
  'wrong garbage': isKind('garbage'),
  'no AAD': isFirstPacket,
  'wrong terminator': isKind('terminator'),
  'garbage of 4096': isKind('garbage'),
  'oversized packet': ({ wireBytes }) => wireBytes > MEGABYTE,
  'reserved header bits': isFirstPacket,
  'version packet with contents': isKind('version packet'),
  'wrong network magic': isKind('terminator'),
  'v1 instead of v2': isKind('v1 message'),
  'early answer': isKind('key'),
  'private key used twice': isKind('key'),
}

/** Which part of the stream that is. */
export const PARTS_OF_MISDEEDS = {
  'wrong garbage': 'garbage',
  'no AAD': 'tag',
  'wrong terminator': 'terminator',
  'garbage of 4096': 'garbage',
  'oversized packet': 'length field',
  'reserved header bits': 'header',
  'version packet with contents': 'contents',
  'wrong network magic': 'terminator',
  'v1 instead of v2': 'v1 header',
  'early answer': 'key',
  'private key used twice': 'key',
} as const satisfies Record<Misbehaviour, StreamPart>
