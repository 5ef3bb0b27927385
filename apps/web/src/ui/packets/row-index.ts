/** The rows of a long list without a copy of it: items in order, with the changes of keys between. */

import type { Items } from '../../session/handshake.js'
import type { WireItem } from '../../session/item.js'
import type { Rekey } from '../../session/status.js'
import type { IndexList } from './index-list.js'

export type Row =
  | { readonly type: 'item'; readonly item: WireItem }
  | { readonly type: 'rekey'; readonly event: Rekey }

export interface Rows {
  readonly length: number
  /** Items alone. */
  readonly items: number
  readonly at: (row: number) => Row | undefined
  /** The row of an item, or -1. */
  readonly rowOf: (seq: number) => number
  /** Of the items, in order. */
  readonly seqs: () => Iterable<number>
}

export const isPacket = ({ number }: WireItem): boolean => number !== undefined

/** Changes of keys, each with its place among the items. */
export interface PlacedRekeys {
  readonly length: number
  readonly at: (i: number) => Rekey | undefined
  /** How many of all items come before it. */
  readonly placeOf: (i: number) => number
}

export const NO_REKEYS: PlacedRekeys = { length: 0, at: () => undefined, placeOf: () => 0 }

/** How many of `length` ascending numbers are below `seq`. */
export function countBelow(length: number, seqAt: (i: number) => number, seq: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (seqAt(middle) < seq) low = middle + 1
    else high = middle
  }
  return low
}

export const seqsOf = (items: Items) => (i: number) => items.at(i)?.seq ?? Number.POSITIVE_INFINITY

function* seqsTo(length: number, seqAt: (i: number) => number): Iterable<number> {
  for (let i = 0; i < length; i++) yield seqAt(i)
}

/** @param head what is shown of the items before `from`; from there on all are */
export function rowsOf(
  head: readonly WireItem[],
  items: Items,
  from: number,
  rekeys: PlacedRekeys,
): Rows {
  const itemCount = head.length + items.length - from
  const itemAt = (i: number) => (i < head.length ? head[i] : items.at(from + i - head.length))
  const seqAt = (i: number) => itemAt(i)?.seq ?? Number.POSITIVE_INFINITY
  const rekeySeqAt = (i: number) => rekeys.at(i)?.seq ?? Number.POSITIVE_INFINITY
  // a row is made of a change of keys when it is asked for: there are thousands, and more in each frame
  const first = countBelow(rekeys.length, rekeySeqAt, seqAt(0))
  const shown = rekeys.length - first
  const itemsBefore = (i: number) => {
    const place = rekeys.placeOf(first + i)
    if (place >= from) return head.length + place - from
    return countBelow(head.length, seqAt, rekeySeqAt(first + i))
  }
  const rekeyRow = (i: number) => i + itemsBefore(i)
  return {
    length: itemCount + shown,
    items: itemCount,
    at: (row) => {
      const before = countBelow(shown, rekeyRow, row)
      const event =
        before < shown && rekeyRow(before) === row ? rekeys.at(first + before) : undefined
      if (event) return { type: 'rekey', event }
      const item = itemAt(row - before)
      return item && { type: 'item', item }
    },
    seqs: () => seqsTo(itemCount, seqAt),
    rowOf: (seq) => {
      const i = countBelow(itemCount, seqAt, seq)
      if (seqAt(i) !== seq) return -1
      return i + countBelow(shown, (r) => rekeySeqAt(first + r), seq)
    },
  }
}

/** @param left indices of the items that are shown; it may go on after the end of `items` */
export function rowsOfLeft(left: IndexList, items: Items): Rows {
  const length = left.countBelow(items.length)
  const itemAt = (row: number) => {
    const index = row < length ? left.at(row) : undefined
    return index === undefined ? undefined : items.at(index)
  }
  return {
    length,
    items: length,
    at: (row) => {
      const item = itemAt(row)
      return item && { type: 'item', item }
    },
    seqs: () => seqsTo(length, (row) => seqsOf(items)(left.at(row) ?? -1)),
    rowOf: (seq) => {
      const row = left.countBelow(countBelow(items.length, seqsOf(items), seq))
      return itemAt(row)?.seq === seq ? row : -1
    },
  }
}
