/** What crossed the wire up to some item, by direction: for status lines that follow a cursor. */

import type { ItemChunk } from './item-chunk.js'
import { KINDS, NONE_16 } from './item-columns.js'

/** As the transport's own counters have it. */
export interface WayTally {
  readonly packets: number
  readonly messages: number
  readonly decoys: number
  /** On the wire, key and garbage included. */
  readonly bytes: number
  readonly decoyBytes: number
}

export interface Tally {
  readonly sent: WayTally
  readonly received: WayTally
}

const noWay = (): { -readonly [K in keyof WayTally]: number } => ({
  packets: 0,
  messages: 0,
  decoys: 0,
  bytes: 0,
  decoyBytes: 0,
})
export const NOTHING: Tally = { sent: noWay(), received: noWay() }

const DECOY = KINDS.indexOf('decoy')
/** As the transport counts them: also those that it rejects. */
const MESSAGES = (['message', 'rejected', 'v1 message'] as const).map((kind) => KINDS.indexOf(kind))

export const addTally = (a: Tally, b: Tally): Tally => ({
  sent: addWay(a.sent, b.sent),
  received: addWay(a.received, b.received),
})

const addWay = (a: WayTally, b: WayTally): WayTally => ({
  packets: a.packets + b.packets,
  messages: a.messages + b.messages,
  decoys: a.decoys + b.decoys,
  bytes: a.bytes + b.bytes,
  decoyBytes: a.decoyBytes + b.decoyBytes,
})

/** Of the first `count` rows of a chunk. */
export function tallyOf({ columns, apart }: ItemChunk, count: number): Tally {
  const ways = [noWay(), noWay()] as const
  for (let row = 0; row < count; row++) {
    const way = ways[columns.directions[row] === 1 ? 1 : 0]
    const kind = columns.kinds[row] ?? 0
    const bytes = columns.wireBytes[row] ?? 0
    way.bytes += bytes
    if (columns.numbers[row] === NONE_16 && apart.get(row)?.number === undefined) continue
    way.packets += 1
    if (MESSAGES.includes(kind)) way.messages += 1
    if (kind !== DECOY) continue
    way.decoys += 1
    way.decoyBytes += bytes
  }
  return { sent: ways[0], received: ways[1] }
}
