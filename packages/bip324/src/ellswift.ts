/** BIP324 §ElligatorSwift encoding of curve X coordinates. */

import {
  type Bytes32,
  concatBytes,
  type EllswiftPubkey,
  toBytes,
  toBytes32,
  toEllswiftPubkey,
} from './bytes.js'
import { KEY_LEN } from './constants.js'
import { LocalProtocolError } from './errors.js'
import {
  MINUS_3_SQRT as c,
  field as F,
  feFromBytes,
  feToBytes,
  g,
  integer,
  isPrivateKey,
  isValidX,
  principalSqrt,
  publicX,
  toPrivateKey,
} from './field.js'

/** A source of uniformly random bytes: a platform's CSPRNG, or in tests a seeded one. */
export type RandomBytes = (length: number) => Uint8Array

/** A private key and one of the many encodings of its public key. */
export interface EllswiftKeyPair {
  /** 32 bytes, 1..N−1. */
  readonly privateKey: Uint8Array
  /** 64 bytes. */
  readonly ellswift: Uint8Array
}

/** A source that never gives a usable value fails after so many tries; a good one within a few dozen. */
const MAX_TRIES = 1024

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

/** One of the eight cases that a t can come from. */
export type XswiftecCase = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

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
  if (!Number.isInteger(which) || which < 0 || which > 7) {
    throw new LocalProtocolError('BAD_ARGUMENT', 'the case must be 0..7')
  }
  const feX = toCurveX(x)
  const feU = feFromBytes(toBytes32(u, 'u'))
  if (feU === 0n) throw new LocalProtocolError('BAD_ARGUMENT', 'u must not be 0 mod p')
  const t = inverse(feX, feU, which)
  return t === undefined ? undefined : feToBytes(t)
}

function toCurveX(x: Uint8Array): bigint {
  const fe = feFromBytes(toBytes32(x, 'x'))
  if (isValidX(fe)) return fe
  throw new LocalProtocolError('X_NOT_ON_CURVE', 'no point of secp256k1 has this x')
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
  const feX = toCurveX(x)
  for (let i = 0; i < MAX_TRIES; i++) {
    const u = integer(draw(random, KEY_LEN))
    if (!F.isValidNot0(u)) continue
    const which = (draw(random, 1)[0] ?? 0) & 7
    const t = inverse(feX, u, which)
    if (t !== undefined) return toEllswiftPubkey(concatBytes(feToBytes(u), feToBytes(t)))
  }
  throw badSource('no encoding of the key')
}

/**
 * A fresh key pair (H9, K6).
 * @param random the platform's CSPRNG, such as `(n) => crypto.getRandomValues(new Uint8Array(n))`
 * @throws {LocalProtocolError} `BAD_RANDOM_SOURCE` if it gives too few bytes or never a usable key.
 */
export function ellswiftCreate(random: RandomBytes): EllswiftKeyPair {
  for (let i = 0; i < MAX_TRIES; i++) {
    const privateKey = draw(random, KEY_LEN).slice()
    if (isPrivateKey(privateKey)) return ellswiftKeyPair(privateKey, random)
  }
  throw badSource('no private key in 1..N−1')
}

/**
 * A key pair from a private key of your own.
 * @param privateKey 32 bytes, 1..N−1
 * @throws {LocalProtocolError} `BAD_PRIVATE_KEY`, `BAD_RANDOM_SOURCE`.
 */
export function ellswiftKeyPair(privateKey: Uint8Array, random: RandomBytes): EllswiftKeyPair {
  const key = toPrivateKey(privateKey)
  return { privateKey: key, ellswift: xelligatorswift(publicX(key), random) }
}

function draw(random: RandomBytes, length: number): Uint8Array {
  if (typeof random !== 'function') throw badSource('nothing: it is no function')
  const bytes = toBytes('what the random source gives', random(length))
  if (bytes.length === length) return bytes
  throw badSource(`${bytes.length} bytes where ${length} were asked for`)
}

const badSource = (gave: string) =>
  new LocalProtocolError('BAD_RANDOM_SOURCE', `the random source gives ${gave}; use a CSPRNG`)
