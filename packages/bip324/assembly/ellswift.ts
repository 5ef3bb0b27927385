/** BIP324 §ElligatorSwift encoding of curve X coordinates, in fractions: what is divided by is divided by once. */

import { add, fromBytes, isZero, negate, normalize, setInt, sub, times, toBytes } from './field'
import { FE, mul, sqr } from './field-mul'
import { divideToBytes, g, isOnCurve, rootOfRatio } from './field-power'
import { multiplyScaled, TABLE } from './multiply'
import { B3 } from './points'
import { ELLSWIFT_SCRATCH as S } from './scratch'

/** c = √−3, the root that is a square itself. */
const C_BYTES: usize = memory.data<u8>([
  0x0a, 0x2d, 0x2b, 0xa9, 0x35, 0x07, 0xf1, 0xdf, 0x23, 0x37, 0x70, 0xc2, 0xa7, 0x97, 0x96, 0x2c,
  0xc6, 0x1f, 0x6d, 0x15, 0xda, 0x14, 0xec, 0xd4, 0x7d, 0x8d, 0x27, 0xae, 0x1c, 0xd5, 0xf8, 0x52], 16)
/** (p + 1)/2 */
const HALF_BYTES: usize = memory.data<u8>([
  0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xfe, 0x18], 16)

const C: usize = S, U: usize = S + FE, T: usize = S + 2 * FE, X: usize = S + 3 * FE
/** x, as numerator and denominator. */
const XN: usize = S + 4 * FE, XD: usize = S + 5 * FE
const A: usize = S + 6 * FE, B: usize = S + 7 * FE, D: usize = S + 8 * FE, E: usize = S + 9 * FE
const SCALE: usize = S + 10 * FE, ONE: usize = S + 11 * FE, V: usize = S + 12 * FE, W: usize = S + 13 * FE
const G: usize = S + 14 * FE

/** The x behind 64 bytes (u ‖ t), 32 bytes (K5). */
export function decode(ellswift: usize, out: usize): void {
  decodeFraction(ellswift)
  divideToBytes(out, XN, XD)
}

/**
 * x of scalar · the point behind 64 bytes, 32 bytes. With x = n/d and w = n³ + 7d³ the point (wn, w²) is
 * on y² = x³ + 7(wd)³, all of whose x are wd times those of the curve itself: so no y has to be found.
 * @param scalar 32 bytes, 1..n−1
 */
export function ecdhX(ellswift: usize, scalar: usize, out: usize): void {
  decodeFraction(ellswift)
  sqr(A, XN); mul(A, A, XN)
  sqr(B, XD); mul(B, B, XD); times(B, B, 7)
  add(A, A, B) // w
  mul(TABLE, A, XN)
  sqr(TABLE + FE, A)
  setInt(TABLE + 2 * FE, 1)
  mul(SCALE, A, XD)
  sqr(B3, SCALE); mul(B3, B3, SCALE); times(B3, B3, 21)
  setInt(ONE, 1); mul(B3, B3, ONE)
  multiplyScaled(scalar, SCALE, out)
}

/** XSwiftEC, to XN/XD. What is decoded is no secret: which candidate is taken may be told by the time. */
function decodeFraction(ellswift: usize): void {
  fromBytes(C, C_BYTES)
  fromBytes(U, ellswift); zeroToOne(U)
  fromBytes(T, ellswift + 32); zeroToOne(T)
  g(A, U)
  sqr(B, T)
  add(D, A, B); normalize(D)
  if (isZero(D)) { // u³ + t² + 7 = 0 → 2t
    times(T, T, 2)
    sqr(B, T)
    add(D, A, B)
  }
  sub(E, A, B, 2) // X = (u³ + 7 − t²) / 2t = E / 2t
  mul(T, T, C); mul(T, T, U); times(T, T, 2) // Y = (X + t) / cu = D / T, T = 2tcu
  sqr(XD, T); mul(XN, U, XD); sqr(A, D); times(A, A, 4); add(XN, XN, A) // x₃ = u + 4Y²
  if (isOnCurve(XN, XD)) return
  mul(B, E, C); mul(B, B, U) // X/Y = B / D
  mul(A, U, D)
  times(XD, D, 2)
  add(XN, B, A); negate(XN, XN, 3) // x₂ = (−X/Y − u) / 2
  if (isOnCurve(XN, XD)) return
  sub(XN, B, A, 2) // x₁ = (X/Y − u) / 2
}

function zeroToOne(a: usize): void {
  normalize(a)
  if (isZero(a)) setInt(a, 1)
}

/** Whether 32 bytes are the x of a point. */
export function isX(x: usize): bool {
  fromBytes(X, x)
  setInt(ONE, 1)
  return isOnCurve(X, ONE)
}

/**
 * XSwiftECInv (K6): a t for x and u, 32 bytes. What is encoded is a public key; u and the case can be
 * told from what comes out.
 * @param x of a point @param u not 0 mod p @param which 0..7 @returns whether this case has one
 */
export function encode(x: usize, u: usize, which: i32, out: usize): bool {
  fromBytes(C, C_BYTES)
  fromBytes(X, x)
  fromBytes(U, u)
  setInt(ONE, 1)
  g(G, U)
  if (!((which & 2) == 0 ? viaX1orX2() : viaX3(which))) return false
  // t = ± w (u(1 ∓ c)/2 + v); V is 2v
  if (which & 1) add(A, ONE, C)
  else sub(A, ONE, C, 2)
  mul(A, A, U)
  add(A, A, V)
  fromBytes(B, HALF_BYTES)
  mul(A, A, B); mul(A, A, W)
  if ((which & 5) == 0 || (which & 5) == 5) negate(A, A, 2)
  toBytes(out, A)
  return true
}

/** w to W, 2v to V */
function viaX1orX2(): bool {
  add(A, X, U); negate(A, A, 3)
  if (isOnCurve(A, ONE)) return false
  // s = −(u³ + 7) / (u² + ux + x²), w = √s
  add(A, U, X); mul(A, A, U); sqr(B, X); add(A, A, B)
  negate(B, G, 2)
  times(V, X, 2)
  return rootOfRatio(W, B, A)
}

function viaX3(which: i32): bool {
  sub(D, X, U, 2); normalize(D) // s
  if (isZero(D) || !rootOfRatio(W, D, ONE)) return false
  // r/s = √(−(4(u³ + 7) + 3su²) / s)
  sqr(A, U); mul(A, A, D); times(A, A, 3)
  times(B, G, 4); add(A, A, B); negate(A, A, 8)
  if (!rootOfRatio(V, A, D)) return false
  normalize(V)
  if (which & 1 && isZero(V)) return false
  sub(V, V, U, 2) // 2v = r/s − u
  return true
}
