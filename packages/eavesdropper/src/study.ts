/** What can be found out without a session: by a seed, the same in every engine, a slice at a time. */

import type { ShapingPlan } from '@v2scope/lab'
import type { FirstBytes } from './first-bytes/first-bytes.js'
import type { ShapingMeasure, TrafficStudy } from './traffic/traffic-study.js'

/** By what it is called: what comes of it. */
export interface Studies {
  readonly 'first bytes': FirstBytes
  readonly traffic: TrafficStudy
  readonly shaping: ShapingMeasure
}

export type StudyName = keyof Studies

export type StudyAsk =
  | { readonly study: 'first bytes'; readonly seed: string; readonly keys: number }
  | { readonly study: 'traffic'; readonly seed: string }
  /** How much this hides; of the same sessions as `traffic` with this seed. */
  | { readonly study: 'shaping'; readonly seed: string; readonly plan: ShapingPlan }

/** A result, with its name. */
export type StudyResult = {
  readonly [S in StudyName]: { readonly study: S; readonly result: Studies[S] }
}[StudyName]

/** What is asked for where nobody gives another. */
export const STUDY_SEED = 'v2scope'
export const STUDY_KEYS = 1000
