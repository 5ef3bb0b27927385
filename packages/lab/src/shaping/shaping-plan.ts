/**
 * How what is sent is shaped, so that sizes and times say less. Events of a session have the times at
 * which packets were encrypted; when their bytes left, only its chunks say (`onSegment`).
 */

import type { Refusal } from '@v2scope/recording'
import type { Shaping } from './strategies.js'

export interface ShapingPlan {
  readonly shaping: Shaping
  /** The simulated peer does so too; a real one can't be made to, and this says nothing. Default: not. */
  readonly isBothWays?: boolean
}

export interface ShapingStanding {
  /** Undefined: none now. */
  readonly plan: ShapingPlan | undefined
  /** Why what was asked for from the start is not done. */
  readonly refusal?: Refusal
  readonly ours: ShapingCost
  readonly peers?: ShapingCost
}

/** Of one direction since the session began; key, garbage, terminator and version packet don't count. */
export interface ShapingCost {
  /** Of packets that are not decoys, made so far. */
  readonly realBytes: number
  /** Of all decoys, whoever asked for them. */
  readonly decoyBytes: number
  readonly decoys: number
  /** Real packets whose last byte has left, and what they waited for it. */
  readonly packets: number
  readonly meanDelayMs: number
  readonly mostDelayMs: number
  /** Bytes that wait now; where the session is over, they never left. */
  readonly waitingBytes: number
  /** Of them, those of real packets: a decoy that was just made, or cut off by the tick, is nobody's wait. */
  readonly waitingRealBytes: number
}
