/** Segments of a session of which only the events are known. */

import type { TimedEvent } from '@v2scope/recording'
import type { Overheard } from './overheard.js'
import { SegmentLog } from './segment-log.js'
import type { SegmentSample } from './segments.js'

/** Bytes of the same direction and time are one segment: they came, or went, at once. */
export function moments(
  events: readonly TimedEvent[],
  reading: Overheard['reading'],
): SegmentSample {
  const log = new SegmentLog()
  let open: { direction: 'sent' | 'received'; time: number; bytes: number } | undefined
  const close = () => {
    if (open) log.add(open.direction, open.bytes, open.time)
  }
  for (const event of events) {
    const item = reading.item(event)
    if (!item) continue
    if (open?.direction === item.direction && open.time === event.time) {
      open.bytes += event.bytes.length
    } else {
      close()
      open = { direction: item.direction, time: event.time, bytes: event.bytes.length }
    }
  }
  close()
  return log.sample('moments')
}
