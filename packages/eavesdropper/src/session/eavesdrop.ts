/** Looks at a session from outside. */

import { concatBytes } from '@v2scope/bip324'
import type { ByteStatistics } from '../statistics/byte-statistics.js'
import { measureBytes } from '../statistics/measure-bytes.js'
import type { Eavesdropping } from './eavesdropping.js'
import { moments } from './moments.js'
import type { Overheard } from './overheard.js'
import { savings } from './savings.js'
import { asV1, streamRows } from './stream-rows.js'

/** Bytes of each stream that are measured at most, the newest of them: some ms of work. */
const MOST_MEASURED = 256 * 1024

export function eavesdrop(heard: Overheard): Eavesdropping {
  const { events, segments, tally, time } = heard
  return {
    transport: transportOf(tally),
    time,
    segments: segments ?? moments(events),
    stream: streamRows(heard),
    savings: savings(tally.rows),
    statistics: statistics(heard),
  }
}

/** What an observer can tell: v1 is in the clear, and nothing else begins with 64 bytes of key. */
function transportOf({ rows, count }: Overheard['tally']): Eavesdropping['transport'] {
  if (count === 0) return 'detecting'
  // a peer that we took for one of v2 has had our key
  return [...rows].some(({ kind }) => kind === 'v1 message') ? 'v1' : 'v2'
}

function statistics({ events, reading, magic }: Overheard): {
  readonly wire: ByteStatistics | undefined
  readonly v1: ByteStatistics | undefined
} {
  const wire: Uint8Array[] = []
  const v1: Uint8Array[] = []
  let left = MOST_MEASURED
  for (let i = events.length - 1; i >= 0 && left > 0; i -= 1) {
    const event = events.at(i)
    if (!event || !reading.item(event)) continue
    wire.push(event.bytes.subarray(Math.max(0, event.bytes.length - left)))
    const message = reading.message(event)
    if (message) v1.push(asV1(event, message, magic))
    left -= event.bytes.length
  }
  return { wire: measured(wire, magic), v1: measured(v1, magic) }
}

function measured(newestFirst: Uint8Array[], magic: Uint8Array): ByteStatistics | undefined {
  const bytes = concatBytes(...newestFirst.reverse())
  return measureBytes(bytes.subarray(Math.max(0, bytes.length - MOST_MEASURED)), magic)
}
