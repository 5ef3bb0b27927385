/** A session kept: what a recording holds, before it is a file. */

import type { SessionSettings } from './session-settings.js'
import type { SessionStanding } from './session-status.js'
import type { TimedEvent } from './timed-event.js'

/**
 * What of a session is kept.
 * - `wire`: what anybody on the path sees: the two keys, and bytes. (v1: everything, since it is
 *   all in the clear.)
 * - `decrypted`: that, and packets with their contents; no secret: who has the file can read this
 *   session, and can't take part in it, nor check its keys.
 * - `secrets`: everything, private key included, and the seed, from which every key comes.
 */
export type RecordingLevel = 'wire' | 'decrypted' | 'secrets'

export const RECORDING_LEVELS: readonly RecordingLevel[] = ['wire', 'decrypted', 'secrets']

export interface Recording {
  readonly level: RecordingLevel
  /** Name and version of what made it: `v2scope 0.1.0`. */
  readonly application: string
  readonly origin: 'live' | 'simulated'
  /** When a live session began, ISO 8601 in UTC; a simulated one has a clock of its own. */
  readonly startedAt?: string
  readonly settings: SessionSettings
  /** In the order of their `seq`. */
  readonly events: readonly TimedEvent[]
  /** How the session stood when it was kept. */
  readonly standing: SessionStanding
  /** In ms from the start of the session: when it was kept. */
  readonly time: number
  /** What was being looked at. */
  readonly view?: {
    /** `seq` of the item that was selected. */
    readonly selected?: number
    /** Id of the field that was chosen in it, such as `3.0.1`. */
    readonly field?: string
  }
}
