/** How big the file of a session gets, before it is made. */

import type { RecordingLevel } from '@v2scope/recording'
import type { SessionStatus } from '../../session/contract.js'

/** A byte is two digits of hex. */
const DIGITS = 2
/** A packet that is told decrypted: its bytes, its contents, and as its message once more. */
const TIMES: Readonly<Record<RecordingLevel, number>> = { wire: 1, decrypted: 3, secrets: 3 }
/** What is said of a packet besides its bytes, in bytes of the file. */
const BESIDE: Readonly<Record<RecordingLevel, number>> = {
  wire: 200,
  decrypted: 1300,
  secrets: 1300,
}
/** The key schedule, with its formulas. */
const KEYS: Readonly<Record<RecordingLevel, number>> = {
  wire: 0,
  decrypted: 14_000,
  secrets: 16_000,
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
