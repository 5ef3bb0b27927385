/** A packet as a row of an export. */

import { toHex } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import type { PacketRow } from '@v2scope/recording/file'
import type { WireItem } from './item.js'

/** What is known of a packet. */
interface PacketSource {
  readonly item: WireItem
  /** Absent where its bytes had to be dropped. */
  readonly event: TimedEvent | undefined
}

export function toPacketRow({ item, event }: PacketSource): PacketRow {
  const { seq, time, direction, label, kind, number, epoch, wireBytes, contentsBytes } = item
  const contents = event && contentsOf(event)
  return {
    seq,
    time,
    direction,
    type: label,
    kind,
    ...(number !== undefined && { number }),
    ...(epoch !== undefined && { epoch }),
    wireBytes,
    ...(contentsBytes !== undefined && { contentsBytes }),
    decoy: kind === 'decoy',
    ...(item.summary !== undefined && { summary: item.summary }),
    wireHex: event ? toHex(event.bytes) : '',
    ...(contents && { contentsHex: toHex(contents) }),
  }
}

function contentsOf(event: TimedEvent): Uint8Array | undefined {
  if ('contents' in event) return event.contents
  return event.type === 'v1_message' ? event.payload : undefined
}
