/** BIP324 §ElligatorSwift encoding of curve X coordinates. */

import { type Bytes32, type EllswiftPubkey, toBytes32, toEllswiftPubkey } from './bytes.js'
import { KEY_LEN } from './constants.js'
import {
  MINUS_3_SQRT as c,
  field as F,
  feFromBytes,
  feToBytes,
  g,
  isValidX,
  principalSqrt,
  publicX,
} from './field.js'
import {
  type Curve,
  createKeyPair,
  type EllswiftKeyPair,
  encodeX,
  keyPairOf,
  notOnCurve,
  type RandomBytes,
  tOf,
  type XswiftecCase,
} from './key-pair.js'

const div = (a: bigint, b: bigint) => F.mul(a, F.inv(b))
const half = (a: bigint) => div(a, 2n)

/** What XSwiftEC passes through on its way to x. All are field elements. */
export interface XSwiftecSteps {
  /** u after `u = 0 → 1` */
  readonly u: bigint
  /** t after `t = 0 → 1` and `u³ + t² + 7 = 0 → 2t` */
  readonly t: bigint
  readonly X: bigint
  readonly Y: bigint
  /** In the order of trial: u + 4Y², (−X/Y − u)/2, (X/Y − u)/2. */
  readonly candidates: readonly [bigint, bigint, bigint]
  /** Which candidate is the first that lies on the curve. */
  readonly taken: 0 | 1 | 2
}

/** XSwiftEC with everything in between (K5). u and t are field elements, already mod p. */
export function xswiftecSteps(uGiven: bigint, tGiven: bigint): XSwiftecSteps {
  const u = uGiven === 0n ? 1n : uGiven
  const t0 = tGiven === 0n ? 1n : tGiven
  const t = F.add(g(u), F.sqr(t0)) === 0n ? F.mul(2n, t0) : t0
  const X = div(F.sub(g(u), F.sqr(t)), F.mul(2n, t)) // (u³ + 7 − t²) / 2t
  const Y = div(F.add(X, t), F.mul(c, u)) // (X + t) / cu
  const XoverY = div(X, Y)
  const candidates = [
    F.add(u, F.mul(4n, F.sqr(Y))), // x₃ = u + 4Y²
    half(F.sub(F.neg(XoverY), u)), // x₂ = (−X/Y − u) / 2
    half(F.sub(XoverY, u)), // x₁ = (X/Y − u) / 2
  ] as const
  const taken = isValidX(candidates[0]) ? 0 : isValidX(candidates[1]) ? 1 : 2
  return { u, t, X, Y, candidates, taken }
}

/**
 * The x coordinate that (u, t) stands for: 32 bytes each, taken mod p. Every pair has one.
 * @throws {LocalProtocolError} `BAD_ARGUMENT` unless both are 32 bytes.
 */
export function xswiftec(u: Uint8Array, t: Uint8Array): Bytes32 {
  const steps = xswiftecSteps(feFromBytes(toBytes32(u, 'u')), feFromBytes(toBytes32(t, 't')))
  return feToBytes(steps.candidates[steps.taken])
}

/**
 * A t with XSwiftEC(u, t) = x, 32 bytes, or undefined where this case has none.
 * @param x 32 bytes, the x of a point @param u 32 bytes, non-zero mod p
 * @throws {LocalProtocolError} `X_NOT_ON_CURVE`, `BAD_ARGUMENT`.
 */
export function xswiftecInv(
  x: Uint8Array,
  u: Uint8Array,
  which: XswiftecCase,
): Bytes32 | undefined {
  return tOf(REFERENCE_CURVE, x, u, which)
}

/** The curve by @noble's BigInt: readable, and not constant-time. */
const REFERENCE_CURVE: Curve = {
  publicX,
  inverterOf: (x) => {
    const feX = feFromBytes(x)
    if (!isValidX(feX)) throw notOnCurve()
    return (u, which) => {
      const t = inverse(feX, feFromBytes(u), which)
      return t === undefined ? undefined : feToBytes(t)
    }
  },
}

function inverse(x: bigint, u: bigint, which: number): bigint | undefined {
  const vs = (which & 2) === 0 ? viaX1orX2(x, u) : viaX3(x, u, which)
  if (vs === undefined) return undefined
  const { v, s } = vs
  const w = principalSqrt(s)
  if (w === undefined) return undefined
  const sign = (which & 1) === 0 ? F.neg(c) : c
  const t = F.mul(w, F.add(half(F.mul(u, F.add(1n, sign))), v)) // ± w (u(1 ∓ c)/2 + v)
  return (which & 5) === 0 || (which & 5) === 5 ? F.neg(t) : t
}

function viaX1orX2(x: bigint, u: bigint) {
  if (isValidX(F.neg(F.add(x, u)))) return undefined
  // s = −(u³ + 7) / (u² + ux + x²)
  const s = F.neg(div(g(u), F.add(F.add(F.sqr(u), F.mul(u, x)), F.sqr(x))))
  return { v: x, s }
}

function viaX3(x: bigint, u: bigint, which: number) {
  const s = F.sub(x, u)
  if (s === 0n) return undefined
  // r = √(−s (4(u³ + 7) + 3su²))
  const sum = F.add(F.mul(4n, g(u)), F.mul(3n, F.mul(s, F.sqr(u))))
  const r = principalSqrt(F.neg(F.mul(s, sum)))
  if (r === undefined || ((which & 1) === 1 && r === 0n)) return undefined
  return { v: half(F.sub(div(r, s), u)), s } // v = (r/s − u) / 2
}

/**
 * The x coordinate behind 64 bytes (u ‖ t), 32 bytes. Every 64-byte string has one.
 * @throws {LocalProtocolError} `BAD_ARGUMENT` unless 64 bytes.
 */
export function ellswiftDecode(ellswift: Uint8Array): Bytes32 {
  const bytes = toEllswiftPubkey(ellswift)
  return xswiftec(bytes.subarray(0, KEY_LEN), bytes.subarray(KEY_LEN))
}

/**
 * One of the many encodings of x, 64 bytes, uniform among them as far as the source is (K6).
 * @param x 32 bytes, the x of a point
 * @throws {LocalProtocolError} `X_NOT_ON_CURVE`, `BAD_RANDOM_SOURCE`, `BAD_ARGUMENT`.
 */
export function xelligatorswift(x: Uint8Array, random: RandomBytes): EllswiftPubkey {
  return encodeX(REFERENCE_CURVE, toBytes32(x, 'x'), random)
}

/**
 * A fresh key pair (H9, K6).
 * @param random the platform's CSPRNG, such as `(n) => crypto.getRandomValues(new Uint8Array(n))`
 * @throws {LocalProtocolError} `BAD_RANDOM_SOURCE` if it gives too few bytes or never a usable key.
 */
export const ellswiftCreate = (random: RandomBytes): EllswiftKeyPair =>
  createKeyPair(REFERENCE_CURVE, random)

/**
 * A key pair from a private key of your own.
 * @param privateKey 32 bytes, 1..N−1
 * @throws {LocalProtocolError} `BAD_PRIVATE_KEY`, `BAD_RANDOM_SOURCE`.
 */
export const ellswiftKeyPair = (privateKey: Uint8Array, random: RandomBytes): EllswiftKeyPair =>
  keyPairOf(REFERENCE_CURVE, privateKey, random)
