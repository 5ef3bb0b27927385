/** Inverses and square roots: powers to fixed exponents. What is a root or a square is never a secret. */

import { add, copy, isZero, normalize, sub, times, toBytes } from './field'
import { FE, mul, sqr, sqrs } from './field-mul'
import { POWER_SCRATCH as S } from './scratch'

// a^(2^n − 1), on the way to the exponents, which all begin with 223 ones
const X2: usize = S, X3: usize = S + FE, X22: usize = S + 2 * FE, X44: usize = S + 3 * FE, X88: usize = S + 4 * FE
const POWER: usize = S + 5 * FE, BASE: usize = S + 6 * FE
const N: usize = S + 7 * FE, D: usize = S + 8 * FE, ND: usize = S + 9 * FE, T: usize = S + 10 * FE

/** BASE^(2^223 − 1) to POWER, BASE³ to X2, BASE^(2^22 − 1) to X22. */
function power223(): void {
  sqr(X2, BASE); mul(X2, X2, BASE)
  sqr(X3, X2); mul(X3, X3, BASE)
  sqrs(POWER, X3, 3); mul(POWER, POWER, X3) // 6
  sqrs(POWER, POWER, 3); mul(POWER, POWER, X3) // 9
  sqrs(POWER, POWER, 2); mul(POWER, POWER, X2) // 11
  sqrs(X22, POWER, 11); mul(X22, X22, POWER)
  sqrs(X44, X22, 22); mul(X44, X44, X22)
  sqrs(X88, X44, 44); mul(X88, X88, X44)
  sqrs(POWER, X88, 88); mul(POWER, POWER, X88) // 176
  sqrs(POWER, POWER, 44); mul(POWER, POWER, X44) // 220
  sqrs(POWER, POWER, 3); mul(POWER, POWER, X3) // 223
}

/** 1/a = a^(p−2); 0 for 0. */
export function invert(r: usize, a: usize): void {
  copy(BASE, a)
  power223()
  sqrs(POWER, POWER, 23); mul(POWER, POWER, X22)
  sqrs(POWER, POWER, 5); mul(POWER, POWER, BASE)
  sqrs(POWER, POWER, 3); mul(POWER, POWER, X2)
  sqrs(POWER, POWER, 2); mul(r, POWER, BASE)
}

/** a^((p−3)/4) to POWER */
function powerForRoot(a: usize): void {
  copy(BASE, a)
  power223()
  sqrs(POWER, POWER, 23); mul(POWER, POWER, X22)
  sqrs(POWER, POWER, 5); mul(POWER, POWER, BASE)
  sqrs(POWER, POWER, 3); mul(POWER, POWER, X2)
}

/**
 * √(n/d), the root that is a square itself (K6), by one power: nd·(nd³)^((p−3)/4).
 * @param d not 0 @returns whether there is one
 */
export function rootOfRatio(r: usize, n: usize, d: usize): bool {
  copy(N, n)
  copy(D, d)
  mul(ND, N, D)
  sqr(T, D); mul(T, T, ND) // nd³
  powerForRoot(T)
  mul(r, ND, POWER)
  // r²·d = n
  sqr(T, r); mul(T, T, D)
  return areEqual(T, N)
}

/** Whether a is a square; 0 is. */
function isSquare(a: usize): bool {
  copy(N, a)
  powerForRoot(N)
  mul(T, POWER, N)
  sqr(T, T)
  return areEqual(T, N)
}

/** @param a as a product gives it @param b up to 20 times that large */
function areEqual(a: usize, b: usize): bool {
  sub(T, a, b, 20)
  normalize(T)
  return isZero(T)
}

/** g(u) = u³ + 7 */
export function g(r: usize, u: usize): void {
  copy(T, u)
  sqr(r, T); mul(r, r, T)
  store<u64>(r, load<u64>(r) + 7)
}

/** Whether n/d is the x of a point: (n³ + 7d³)·d is a square. */
export function isOnCurve(n: usize, d: usize): bool {
  sqr(N, n); mul(N, N, n)
  sqr(D, d); mul(D, D, d); times(D, D, 7)
  add(N, N, D); mul(N, N, d)
  return isSquare(N)
}

/** n/d, to 32 bytes big-endian. Of `d` nothing is left. */
export function divideToBytes(out: usize, n: usize, d: usize): void {
  invert(d, d)
  mul(d, d, n)
  toBytes(out, d)
}
