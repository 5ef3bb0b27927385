/** What may be done to a session. Sans-I/O: bytes, time and randomness come in. */

export type { Misbehaviour } from '@v2scope/peer'
export { FAULTS } from './faults/catalogue.js'
export {
  type CatalogueFault,
  type Expected,
  type FaultPeer,
  matching,
} from './faults/catalogue-fault.js'
export type { FaultPlan } from './faults/fault-plan.js'
export type {
  FaultFailure,
  FaultStanding,
  Outcome,
  StreamPart,
  WaitsFor,
  WireDeed,
} from './faults/fault-standing.js'
export type { Interference, PacketPart, Place, WireFault } from './faults/wire-fault.js'
export {
  MOST_DELAY,
  MOST_FLIPPED,
  MOST_INSERTED,
  wireFaultProblem,
} from './faults/wire-fault-problem.js'
export { Lab } from './lab.js'
export { problemOf as malloryProblem } from './mallory/change-message.js'
export type {
  Leg,
  MalloryChange,
  MalloryPlan,
  MalloryStanding,
  ReadMessage,
} from './mallory/mallory-plan.js'
export { MOST_READ } from './mallory/read-log.js'
export type { LabCommand, LabPlan, LabStanding } from './plan.js'
export { mimicModel } from './shaping/mimic-model.js'
export { naturalLog } from './shaping/natural-log.js'
export {
  type ShapedTrace,
  shapeTrace,
  type TraceOptions,
  type TracePart,
} from './shaping/shape-trace.js'
export type { ShapingCost, ShapingPlan, ShapingStanding } from './shaping/shaping-plan.js'
export { shapingProblem } from './shaping/shaping-problem.js'
export {
  LEAST_TICK_MS,
  type Limit,
  limitsOf,
  type MimicSample,
  MOST_BYTES,
  MOST_BYTES_A_SECOND,
  MOST_HANDSHAKE_BYTES,
  MOST_HANDSHAKE_DECOYS,
  MOST_TICK_MS,
  type Random,
  type Shaping,
} from './shaping/strategies.js'
