/**
 * The natural logarithm by + − × ÷ alone: ECMA-262 leaves the last digits of `Math.log` to the
 * engine, and what a seed decides is to be the same in all of them.
 */

/** Where a sum no longer changes in the 53 bits of a number. */
const NEGLIGIBLE = 1e-17

/**
 * x = m · 2^k, ln m = 2 artanh((m − 1)/(m + 1)).
 * @returns what `Math.log` does at the edges: −∞ of 0, NaN below it
 */
export function naturalLog(x: number): number {
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
