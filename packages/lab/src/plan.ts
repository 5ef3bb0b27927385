/** What is to be done to a session from its start: plain data, structured-cloneable. */

import type { FaultPlan } from './faults/fault-plan.js'
import type { FaultStanding } from './faults/fault-standing.js'
import type { WireFault } from './faults/wire-fault.js'
import type { MalloryChange, MalloryPlan, MalloryStanding } from './mallory/mallory-plan.js'
import type { ShapingPlan, ShapingStanding } from './shaping/shaping-plan.js'

/** Empty: all is as it should be, and may be changed while the session runs. */
export interface LabPlan {
  readonly fault?: FaultPlan
  readonly mallory?: MalloryPlan
  readonly shaping?: ShapingPlan
}

/** What may be asked for while it runs. */
export type LabCommand =
  /** Does this to the wire, in addition to what the plan says. */
  | { readonly type: 'interfere'; readonly fault: WireFault }
  /** Shapes what is sent from now on; undefined: no more. */
  | { readonly type: 'shape'; readonly shaping: ShapingPlan | undefined }
  /** Changes messages from now on; undefined: reads alone. Only where she is in the middle. */
  | { readonly type: 'change_messages'; readonly change: MalloryChange | undefined }

/** What has become of it; absent is what was not asked for. */
export interface LabStanding {
  /** The latest. */
  readonly fault?: FaultStanding
  /** All, oldest first. */
  readonly faults?: readonly FaultStanding[]
  readonly mallory?: MalloryStanding
  readonly shaping?: ShapingStanding
}
