/** Choosing a node chooses what it belongs to on the wire, in the same step. */

import { REKEY_INTERVAL } from '@v2scope/bip324'
import { type NodePlace, placeOfNode } from '@v2scope/key-schedule'
import type { TimedEvent } from '@v2scope/recording'
import { useCallback } from 'react'
import type { WireItem } from '../../session/item.js'
import type { ByteRange } from '../../session/look.js'
import type { SessionView } from '../../session/session-view.js'
import { viewedSession } from '../../session/store.js'
import { useSessionStore } from '../session-hooks.js'
import { selectKeyNode, useUi } from '../ui-store.js'

const KEY_HALF = 32
const TERMINATOR_LEN = 16
const LENGTH_LEN = 3
const HEADER_LEN = 1

/** The fields of an item in their order, and the bytes that they take. */
const at = (field: string | undefined, start: number, length: number) => ({
  field,
  bytes: { view: 'wire', start, end: start + length } satisfies ByteRange,
})

type WirePlace = Exclude<NodePlace, { item: 'session id' }>

function spanOf(place: WirePlace) {
  switch (place.item) {
    case 'key':
      if (place.half === undefined) return at(undefined, 0, 2 * KEY_HALF)
      return place.half === 'u' ? at('0', 0, KEY_HALF) : at('1', KEY_HALF, KEY_HALF)
    case 'terminator':
      return at('0', 0, TERMINATOR_LEN)
    case 'packet':
      return place.field === 'length field'
        ? at('0', 0, LENGTH_LEN)
        : at('1', LENGTH_LEN, HEADER_LEN)
  }
}

/** Of a packet's own values: the bytes of it that each is about. */
function spanInPacket(id: string, { fields }: TimedEvent) {
  const tag = fields.length - 1
  const ends = PARTS[id]
  if (ends === undefined) return undefined
  const [first, last] =
    ends === 'tag' ? [tag, tag] : ends === 'contents' ? [2, tag - 1] : [ends, ends]
  const [start, end] = [fields[first]?.start ?? 0, fields[last]?.end ?? 0]
  return at(first === last ? String(first) : undefined, start, end - start)
}

/** Which fields of the packet: the length field is the first, the header the second. */
const PARTS: Readonly<Record<string, number | 'contents' | 'tag' | undefined>> = {
  'packet.length': 0,
  'packet.header': 1,
  'packet.contents': 'contents',
  'packet.tag_key': 'tag',
  'packet.tag': 'tag',
}

/** Keys and terminators come early; the first packet under a key comes soon after its change. */
function itemAt(view: SessionView, place: WirePlace): WireItem | undefined {
  const { items } = view
  const from = place.item === 'packet' ? afterChange(view, place.direction, place.number) : 0
  for (let i = from; i < items.length; i++) {
    const item = items.at(i)
    if (item?.direction !== place.direction) continue
    if (place.item === 'packet' ? item.number === place.number : item.kind === place.item) {
      return item
    }
  }
  return undefined
}

/** Index of the first item after the change of keys that comes before this packet. */
function afterChange(
  { items, rekeys }: SessionView,
  direction: 'sent' | 'received',
  number: number,
): number {
  const epoch = number / REKEY_INTERVAL
  let after = -1
  for (const { of, epoch: next, seq } of rekeys) {
    if (of === direction && next === epoch) after = seq
  }
  let low = 0
  for (let high = items.length; low < high; ) {
    const middle = (low + high) >>> 1
    if (items.seqAt(middle) <= after) low = middle + 1
    else high = middle
  }
  return low
}

/** @returns what chooses a node by its id, or with undefined none */
export function useChooseNode(): (id: string | undefined) => void {
  const store = useSessionStore()
  return useCallback(
    (id) => {
      const view = viewedSession(store.getState())
      const { detail } = view ?? {}
      if (id?.startsWith('packet.') && detail?.state === 'there') {
        return selectKeyNode(id, spanInPacket(id, detail.detail.event))
      }
      const place = id === undefined || !view ? undefined : placeOfNode(id, view.settings.role)
      if (!view || place === undefined || place.item === 'session id') return selectKeyNode(id)
      const item = itemAt(view, place)
      if (item === undefined) return selectKeyNode(id)
      useUi.setState({ picked: undefined })
      if (item.seq !== view.selected) store.getState().actions.select(item.seq)
      selectKeyNode(id, spanOf(place))
    },
    [store],
  )
}
