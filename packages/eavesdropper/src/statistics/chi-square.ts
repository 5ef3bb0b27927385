/** Pearson's χ² of counts against all of them alike. */

import { chiSquareTail } from '../numbers/tails.js'
import type { ChiSquare } from './byte-statistics.js'

/** Below this many expected in each, χ² does not follow its distribution (Cochran's rule). */
const LEAST_EXPECTED = 5

export function chiSquare(counts: ArrayLike<number>): ChiSquare {
  const all = Array.from(counts)
  const total = all.reduce((sum, count) => sum + count, 0)
  const expected = total / all.length
  const value =
    total === 0 ? 0 : all.reduce((sum, count) => sum + (count - expected) ** 2, 0) / expected
  const degrees = all.length - 1
  const isEnough = expected >= LEAST_EXPECTED
  return { value, degrees, p: chiSquareTail(value, degrees), isEnough }
}
