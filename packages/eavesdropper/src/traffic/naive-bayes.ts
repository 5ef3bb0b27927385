/**
 * Bayes's rule, naively: as if the features of a burst had nothing to do with each other,
 * P(class | features) ∝ P(class) · Π P(feature | class). Sums and products alone.
 */

import { BURST_CLASSES, FEATURES, type LearnedFeature } from './traffic-study.js'
import { BUCKETS, type Window } from './windows.js'

/** Laplace: each bucket has been seen once more than it was, so that none is impossible. */
const SEEN_ALREADY = 1

export class NaiveBayes {
  /** Bursts of each class. */
  readonly #classes: number[] = BURST_CLASSES.map(() => 0)
  /** By feature, by class: how often it was in each bucket. */
  readonly #counts = FEATURES.map(() => BURST_CLASSES.map(() => new Uint32Array(BUCKETS)))

  learn({ burst, buckets }: Window): void {
    this.#classes[burst] = (this.#classes[burst] ?? 0) + 1
    for (const [feature, bucket] of buckets.entries()) {
      const counts = this.#counts[feature]?.[burst]
      if (counts) counts[bucket] = (counts[bucket] ?? 0) + 1
    }
  }

  /** The likeliest class, by its index; of those alike the first. */
  guess({ buckets }: Pick<Window, 'buckets'>): number {
    let [best, most] = [0, -1]
    for (const burst of BURST_CLASSES.keys()) {
      const likelihood = this.#likelihood(burst, buckets)
      if (likelihood > most) [best, most] = [burst, likelihood]
    }
    return best
  }

  /** As shares, up to the last bucket that was ever seen. */
  learned(): LearnedFeature[] {
    return FEATURES.map((feature, i) => {
      const counts = this.#counts[i] ?? []
      const last = Math.max(...counts.map((of) => of.findLastIndex((count) => count > 0)))
      return {
        feature,
        buckets: last + 1,
        shares: counts.map((of, burst) =>
          Array.from(of.subarray(0, last + 1), (count) => count / (this.#classes[burst] || 1)),
        ),
      }
    })
  }

  #likelihood(burst: number, buckets: readonly number[]): number {
    const total = this.#classes[burst] ?? 0
    let product = total
    for (const [feature, bucket] of buckets.entries()) {
      const count = this.#counts[feature]?.[burst]?.[bucket] ?? 0
      product *= (count + SEEN_ALREADY) / (total + SEEN_ALREADY * BUCKETS)
    }
    return product
  }
}
