/** A simulated session, of which it is known what it says when. */

import type { TracePart } from '@v2scope/lab'
import type { BurstClass } from './traffic-study.js'

/** Times are in ms from when both veracks were there. */
export interface SessionTrace {
  /** Packets by their bytes on the wire, as each side put them out, in order. */
  readonly sent: readonly TracePart[]
  readonly received: readonly TracePart[]
  readonly bursts: readonly Burst[]
  /** The last window is over. */
  readonly end: number
}

export interface Burst {
  readonly at: number
  readonly burst: BurstClass
}
