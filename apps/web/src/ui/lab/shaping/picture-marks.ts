/** What the picture shows: the latest seconds of a session, as they are said and as they are seen. */

import type { SegmentSample } from '@v2scope/eavesdropper'
import type { ItemList } from '../../../session/item-list.js'

/** What is shown, up to the end, in ms. */
export const SHOWN_MS = 10_000

/** Something that went over the wire. */
export interface Mark {
  /** In ms from the beginning of what is shown. */
  readonly at: number
  readonly bytes: number
}

export interface Marks {
  readonly sent: readonly Mark[]
  readonly received: readonly Mark[]
}

/** Real packets alone, when they were made; handshake and decoys say nothing. @param until ms */
export function marksOfItems(items: ItemList, until: number): Marks {
  const sent: Mark[] = []
  const received: Mark[] = []
  const from = until - SHOWN_MS
  for (let row = items.length - 1; row >= 0; row--) {
    const item = items.at(row)
    if (!item || item.time < from) break
    if (item.kind !== 'message' && item.kind !== 'v1 message') continue
    const into = item.direction === 'sent' ? sent : received
    into.push({ at: item.time - from, bytes: item.wireBytes })
  }
  return { sent, received }
}

/** All that an observer has. @param until ms */
export function marksOfSegments(
  { times, bytes, isSent }: Pick<SegmentSample, 'times' | 'bytes' | 'isSent'>,
  until: number,
): Marks {
  const sent: Mark[] = []
  const received: Mark[] = []
  const from = until - SHOWN_MS
  for (let i = times.length - 1; i >= 0; i--) {
    const time = times[i] ?? 0
    if (time < from) break
    const into = isSent[i] === 1 ? sent : received
    into.push({ at: time - from, bytes: bytes[i] ?? 0 })
  }
  return { sent, received }
}

/** The largest message there is, about. */
const MOST = 4_000_000
/** So that the smallest is seen. */
const LEAST_HEIGHT = 0.08

/** 0 to 1, with the logarithm of the size. */
export const heightOf = (bytes: number): number =>
  Math.max(LEAST_HEIGHT, Math.log(Math.max(bytes, 1)) / Math.log(MOST))

/** The least and the most bytes of some marks; undefined of none. */
export function rangeOf(marks: readonly Mark[]): readonly [number, number] | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const { bytes } of marks) {
    least = Math.min(least, bytes)
    most = Math.max(most, bytes)
  }
  return marks.length > 0 ? [least, most] : undefined
}
