/**
 * Functions of analysis by + − × ÷ and `Math.sqrt` alone: ECMA-262 leaves the last digits of
 * `Math.log` and `Math.exp` to the engine, and what a seed decides is to be the same in all of them.
 */

import { naturalLog } from '@v2scope/lab'

/** Where a sum no longer changes in the 53 bits of a number. */
const NEGLIGIBLE = 1e-17
/** 2^−1074 is the least that there is. */
const LEAST_EXPONENT = -1075

export const log2 = (x: number): number => naturalLog(x) / Math.LN2

/** e^x: x = k ln 2 + r, and the series of e^r. */
export function exp(x: number): number {
  const k = Math.round(x / Math.LN2)
  if (k < LEAST_EXPONENT) return 0
  if (k > 1024) return Number.POSITIVE_INFINITY
  const r = x - k * Math.LN2
  let [sum, term] = [1, 1]
  for (let i = 1; Math.abs(term) > NEGLIGIBLE; i += 1) {
    term *= r / i
    sum += term
  }
  return timesPowerOfTwo(sum, k)
}

function timesPowerOfTwo(x: number, k: number): number {
  let value = x
  for (let i = 0; i < k; i += 1) value *= 2
  for (let i = 0; i > k; i -= 1) value /= 2
  return value
}
