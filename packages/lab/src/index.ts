/** What may be done to a session. Sans-I/O: bytes, time and randomness come in. */

export type { FaultPlan, Misbehaviour } from './faults/fault-plan.js'
export type { FaultStanding, Outcome, WireDeed } from './faults/fault-standing.js'
export type { Interference, Place, WireFault } from './faults/wire-fault.js'
export { Lab } from './lab.js'
export type {
  Leg,
  MalloryChange,
  MalloryPlan,
  MalloryStanding,
  ReadMessage,
} from './mallory/mallory-plan.js'
export type { LabCommand, LabPlan, LabStanding } from './plan.js'
export type {
  MimicSample,
  Shaping,
  ShapingCost,
  ShapingPlan,
  ShapingStanding,
} from './shaping/shaping-plan.js'
