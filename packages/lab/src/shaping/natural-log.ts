/** The natural logarithm by + − × ÷ alone: engines differ in `Math.log`, and a seed must not. */

/** For |t| ≤ 1/3, terms beyond t³⁵ are less than a double can hold. */
const LAST_POWER = 35
const LN_2 = lnOfRatio(1 / 3)

/**
 * x = m · 2ᵉ with ¾ ≤ m ≤ 1½, so ln x = e · ln 2 + ln m.
 * @param x more than 0, and finite
 */
export function naturalLog(x: number): number {
  let m = x
  let e = 0
  while (m > 1.5) {
    m /= 2
    e += 1
  }
  while (m < 0.75) {
    m *= 2
    e -= 1
  }
  return e * LN_2 + lnOfRatio((m - 1) / (m + 1))
}

/** ln((1 + t) / (1 − t)) = 2 · (t + t³/3 + t⁵/5 + …) */
function lnOfRatio(t: number): number {
  let sum = 0
  for (let power = LAST_POWER; power > 0; power -= 2) sum = sum * t * t + 1 / power
  return 2 * t * sum
}
