/**
 * Functions of analysis by + − × ÷ and `Math.sqrt` alone: ECMA-262 leaves the last digits of
 * `Math.log` and `Math.exp` to the engine, and what a seed decides is to be the same in all of them.
 */

/** Where a sum no longer changes in the 53 bits of a number. */
const NEGLIGIBLE = 1e-17
/** 2^−1074 is the least that there is. */
const LEAST_EXPONENT = -1075

/** Natural logarithm of a number above 0: x = m · 2^k, ln m = 2 artanh((m − 1)/(m + 1)). */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  let [m, k] = [x, 0]
  // ×2 and ÷2 are exact
  for (; m > Math.SQRT2; k += 1) m /= 2
  for (; m < Math.SQRT1_2; k -= 1) m *= 2
  const z = (m - 1) / (m + 1)
  let sum = 0
  for (let power = z, i = 1; ; i += 2) {
    const term = power / i
    sum += term
    if (Math.abs(term) <= NEGLIGIBLE) break
    power *= z * z
  }
  return 2 * sum + k * Math.LN2
}

export const log2 = (x: number): number => ln(x) / Math.LN2

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
