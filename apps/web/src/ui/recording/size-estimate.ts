/** How big the file of a session gets, before it is made. */

import type { RecordingLevel } from '@v2scope/recording'
import type { SessionStatus } from '../../session/status.js'

/** A byte is two digits of hex. */
const DIGITS = 2
/** A packet that is told decrypted: its bytes, and its contents. */
const TIMES: Readonly<Record<RecordingLevel, number>> = { wire: 1, decrypted: 2, secrets: 2 }
/** What is said of a packet besides its bytes, in bytes of the file; as measured. */
const BESIDE: Readonly<Record<RecordingLevel, number>> = {
  wire: 140,
  decrypted: 760,
  secrets: 760,
}
/** The first line, and the key schedule with its formulas; as measured. */
const KEYS: Readonly<Record<RecordingLevel, number>> = {
  wire: 500,
  decrypted: 12_600,
  secrets: 13_800,
}

/** In bytes, roughly; undefined before there is anything to count. */
export function estimatedSize(
  { stats }: Pick<SessionStatus, 'stats'>,
  level: RecordingLevel,
): number | undefined {
  if (stats === undefined) return undefined
  const bytes = stats.sent.bytes + stats.received.bytes
  const packets = stats.sent.packets + stats.received.packets
  return KEYS[level] + bytes * DIGITS * TIMES[level] + packets * BESIDE[level]
}
