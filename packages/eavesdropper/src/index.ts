/** What a passive observer of the wire has, and what can be made of it. Pure: bytes and randomness come in. */

export type { FirstBytes, KeyBytes, KeyChiSquare } from './first-bytes/first-bytes.js'
export { eavesdrop } from './session/eavesdrop.js'
export {
  type Eavesdropping,
  ROW_BYTES,
  type RowBytes,
  type Savings,
  type SavingsRow,
  type StreamRow,
  type StreamRows,
  type TellingSpan,
} from './session/eavesdropping.js'
export type { Overheard, Reading } from './session/overheard.js'
export { MOST_SEGMENTS, SegmentLog } from './session/segment-log.js'
export type { SegmentCount, SegmentSample } from './session/segments.js'
export { OTHER, WireTally } from './session/wire-tally.js'
export type {
  ByteStatistics,
  ChiSquare,
  Entropy,
  Runs,
  SerialCorrelation,
  Telling,
} from './statistics/byte-statistics.js'
export type { Steps } from './steps.js'
export {
  STUDY_KEYS,
  STUDY_SEED,
  type Studies,
  type StudyAsk,
  type StudyName,
  type StudyResult,
} from './study.js'
export { StudyRoom } from './study-room.js'
export {
  BURST_CLASSES,
  type BurstClass,
  type CorpusFacts,
  FEATURES,
  type Feature,
  type Guessing,
  type LearnedFeature,
  type ShapingMeasure,
  type ShapingPoint,
  type TrafficStudy,
} from './traffic/traffic-study.js'
