/** A fault to be brought about in a session. */

import type { Misbehaviour } from '@v2scope/peer'
import type { WireFault } from './wire-fault.js'

/** @property place whose place the one who misbehaves takes; the peer's only where it is simulated */
export type FaultPlan =
  | WirePlan
  | { readonly on: 'peer'; readonly place: 'us' | 'peer'; readonly misbehaviour: Misbehaviour }

export interface WirePlan {
  readonly on: 'wire'
  readonly fault: WireFault
}
