/** Sizes and gaps of sessions that were, to be imitated: of the one that is shown, or of a recording. */

import { type MimicSample, mimicModel } from '@v2scope/lab'
import type { WireItem } from './item.js'

/** What goes before the keys stand is no packet. */
const BEFORE_PACKETS: ReadonlySet<WireItem['kind']> = new Set(['key', 'garbage', 'terminator'])

/** @returns empty where there is no gap between any two packets of ours */
export function samplesOfItems(items: Iterable<WireItem>): MimicSample[] {
  const parts = []
  for (const { direction, kind, time, wireBytes } of items) {
    if (direction === 'sent' && !BEFORE_PACKETS.has(kind)) parts.push({ time, bytes: wireBytes })
  }
  return mimicModel(parts)
}

/**
 * Of the packets that the recording's own side sent.
 * @param file of a recording @throws {RecordingError} where it is none
 */
export async function samplesOfRecording(file: Blob): Promise<MimicSample[]> {
  const { decodeRecording } = await import('@v2scope/recording/file')
  const { events } = decodeRecording(new Uint8Array(await file.arrayBuffer()))
  return mimicModel(
    events.flatMap(({ type, time, bytes }) =>
      type === 'packet_sent' ? [{ time, bytes: bytes.length }] : [],
    ),
  )
}
