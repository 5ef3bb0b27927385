/** Packets without end, each of them set by its place. */
import type { WireItem } from '../../apps/web/src/session/item.js'

/** Packets of a batch, and batches, once there are more: 10,000 a second. */
export const MORE_AT_ONCE = 160
export const MORE_TIMES = 120

const LABELS = ['inv', 'ping', 'pong', 'tx', 'addrv2', 'headers']
const EPOCH = 224

/** The peer's version message is the second: the page looks for it until it is there. */
const labelOf = (place: number): string =>
  place === 1 ? 'version' : (LABELS[place % LABELS.length] ?? '')

export function floodItem(place: number): WireItem {
  const number = place >> 1
  const isDecoy = place % 11 === 5
  const size = 20 + ((place * 7919) % 2000)
  return {
    seq: place,
    time: place / 10,
    direction: place % 2 === 0 ? 'sent' : 'received',
    kind: isDecoy ? 'decoy' : 'message',
    label: isDecoy ? 'decoy' : labelOf(place),
    wireBytes: size,
    contentsBytes: size - 20,
    number,
    epoch: Math.floor(number / EPOCH),
    ...(!isDecoy && { summary: `${place % 500} items: the ${place % 7919}th` }),
  }
}
