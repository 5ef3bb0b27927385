/** What sizes and times say of what is said, and what shaping leaves of it. */

import type { Shaping, ShapingPlan } from '@v2scope/lab'

/** What a burst is about, as the classifier is to guess. */
export const BURST_CLASSES = ['ping', 'inv', 'tx', 'block', 'headers'] as const
export type BurstClass = (typeof BURST_CLASSES)[number]

export interface TrafficStudy {
  readonly seed: string
  readonly corpus: CorpusFacts
  /** Nothing is shaped. */
  readonly plain: Guessing
  /** What the classifier has learned of what is not shaped. */
  readonly learned: readonly LearnedFeature[]
  /** Each strategy at several settings, cheapest first. */
  readonly points: readonly ShapingPoint[]
}

/** Simulated sessions, whose classes are known; none is in both halves. */
export interface CorpusFacts {
  readonly sessions: { readonly train: number; readonly test: number }
  /** By class, in the order of `BURST_CLASSES`. */
  readonly bursts: { readonly train: readonly number[]; readonly test: readonly number[] }
  /** The share of the largest class in the test: what a guess without looking comes to. */
  readonly chance: number
  /** What is looked at from the beginning of each burst, in ms. */
  readonly windowMs: number
  /** On the wire, of all test sessions, handshakes left out. */
  readonly bytes: number
}

export interface Guessing {
  /** Share that was guessed rightly, 0 to 1. */
  readonly accuracy: number
  /** Half of the 95% interval about it, from the number of bursts alone. */
  readonly margin: number
  /** How often (row, column) a burst of one class was taken for another, in the order of `BURST_CLASSES`. */
  readonly confusion: readonly (readonly number[])[]
}

/** One feature of a burst, as the classifier sees it. */
export interface LearnedFeature {
  readonly feature: Feature
  /** Bucket 0 is nothing, bucket i is 2^(i−1) to 2^i − 1. */
  readonly buckets: number
  /** By class: in which share of its bursts it was in each bucket. */
  readonly shares: readonly (readonly number[])[]
}

/** In the window from the burst's beginning on. */
export const FEATURES = [
  'bytes sent',
  'bytes received',
  'segments sent',
  'segments received',
  'largest sent',
  'largest received',
] as const
export type Feature = (typeof FEATURES)[number]

/**
 * One strategy at one setting, against this classifier, which has learned of traffic that is shaped
 * so. It sees powers of two: an attacker who knows how large the decoys of a fixed rate are could
 * leave them out, and would fare better; where the bit rate is constant there is nothing to leave out.
 */
export interface ShapingPoint extends Guessing {
  readonly shaping: Shaping
  /** Shaped bytes / real bytes − 1. */
  readonly overhead: number
  /** Of a real packet, how much later it went out than without; what never did counts up to the end. */
  readonly meanDelayMs: number
  /** Of the real bytes, what still waited when the sessions ended: the rate is too low for them. */
  readonly unsentShare: number
}

/** The same for one plan, such as the Lab's present one. */
export interface ShapingMeasure {
  readonly seed: string
  readonly plan: ShapingPlan
  readonly corpus: CorpusFacts
  readonly plain: Guessing
  readonly point: ShapingPoint
}
