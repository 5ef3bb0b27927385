/** Segments of a session of which only the events are known. */

import type { Events } from './overheard.js'
import { SegmentLog } from './segment-log.js'
import type { SegmentSample } from './segments.js'

/** Events whose bytes another has had: the packet's, the v1 message's. */
const REPEATS: ReadonlySet<string> = new Set(['message', 'message_rejected', 'v1_detected'])

/** Bytes of the same direction and time are one segment: they came, or went, at once. */
export function moments(events: Events): SegmentSample {
  const log = new SegmentLog()
  let open: { direction: 'sent' | 'received'; time: number; bytes: number } | undefined
  const close = () => {
    if (open) log.add(open.direction, open.bytes, open.time)
  }
  for (let i = 0; i < events.length; i++) {
    const event = events.at(i)
    if (!event) continue
    const { direction, time, bytes, type } = event
    if (direction === 'local' || bytes.length === 0 || REPEATS.has(type)) continue
    if (open?.direction === direction && open.time === time) open.bytes += bytes.length
    else {
      close()
      open = { direction, time, bytes: bytes.length }
    }
  }
  close()
  return log.sample('moments')
}
