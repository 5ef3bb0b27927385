/** How often chance alone gives as much: upper tails of distributions. */

import { naturalLog } from '@v2scope/lab'
import { exp } from './exact.js'

/** Lanczos's approximation of the gamma function, g = 7, nine coefficients (Godfrey's). */
const LANCZOS_G = 7
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const
const HALF_LN_2PI = 0.9189385332046727
const EPSILON = 1e-16
/** Both expansions need some √a steps. */
const MOST_STEPS = 10_000
/** In place of a 0 that would be divided by (Lentz). */
const TINY = 1e-300

/** ln Γ(a), a ≥ ½ */
export function lnGamma(a: number): number {
  const x = a - 1
  const sum = LANCZOS.reduce((total, c, i) => total + (i === 0 ? c : c / (x + i)), 0)
  const t = x + LANCZOS_G + 0.5
  return HALF_LN_2PI + (x + 0.5) * naturalLog(t) - t + naturalLog(sum)
}

/** Q(a, x) = Γ(a, x)/Γ(a), the upper tail (DLMF 8.2.4); a ≥ ½, x ≥ 0. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1
  const front = exp(a * naturalLog(x) - x - lnGamma(a)) // x^a e^−x / Γ(a)
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x)
}

/** Σ x^n / (a (a+1) … (a+n)), DLMF 8.11.4 */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_STEPS && term > sum * EPSILON; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** 1/(x+1−a− 1(1−a)/(x+3−a− …)), DLMF 8.9.2, by Lentz's way. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let i = 1; i < MOST_STEPS; i += 1) {
    const factor = -i * (i - a)
    b += 2
    d = 1 / notZero(factor * d + b)
    c = notZero(b + factor / c)
    const change = d * c
    value *= change
    if (Math.abs(change - 1) < EPSILON) break
  }
  return value
}

const notZero = (x: number) => (Math.abs(x) < TINY ? TINY : x)

/** How often χ² with so many degrees of freedom is this much or more. */
export const chiSquareTail = (value: number, degrees: number): number =>
  gammaQ(degrees / 2, value / 2)

/** How often a normal deviate is this far from 0 or further, on either side: erfc(|z|/√2). */
export const normalTwoSided = (z: number): number => gammaQ(0.5, (z * z) / 2)
