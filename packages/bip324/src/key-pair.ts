/** BIP324 §ElligatorSwift encoding of curve X coordinates: key pairs and encodings, whatever computes them. */

import {
  type Bytes32,
  concatBytes,
  type EllswiftPubkey,
  type PrivateKey,
  toBytes,
  toBytes32,
  toEllswiftPubkey,
} from './bytes.js'
import { KEY_LEN } from './constants.js'
import { LocalProtocolError } from './errors.js'
import { isPrivateKey, isWithin, toPrivateKey } from './private-key.js'

/** A source of uniformly random bytes: a platform's CSPRNG, or in tests a seeded one. */
export type RandomBytes = (length: number) => Uint8Array

/** A private key and one of the many encodings of its public key. */
export interface EllswiftKeyPair {
  /** 32 bytes, 1..N−1. */
  readonly privateKey: Uint8Array
  /** 64 bytes. */
  readonly ellswift: Uint8Array
}

/** One of the eight cases that a t can come from. */
export type XswiftecCase = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

/** XSwiftECInv for one x: a t, 32 bytes, or undefined where this case has none. @param u 1..p−1 */
export type TFor = (u: Bytes32, which: number) => Bytes32 | undefined

/** What computes on the curve. */
export interface Curve {
  /** x of privateKey · G, 32 bytes. */
  publicX(privateKey: PrivateKey): Bytes32
  /** @throws {LocalProtocolError} `X_NOT_ON_CURVE` */
  inverterOf(x: Bytes32): TFor
}

/** A source that never gives a usable value fails after so many tries; a good one within a few dozen. */
const MAX_TRIES = 1024

/** SEC 2 §2.4.1: p, the size of the field, big-endian. */
const FIELD_SIZE = new Uint8Array(KEY_LEN).fill(0xff)
FIELD_SIZE.set([0xfe, 0xff, 0xff, 0xfc, 0x2f], KEY_LEN - 5)

/** As `ellswiftCreate`. */
export function createKeyPair(curve: Curve, random: RandomBytes): EllswiftKeyPair {
  for (let i = 0; i < MAX_TRIES; i++) {
    const privateKey = draw(random, KEY_LEN).slice()
    if (isPrivateKey(privateKey)) return keyPairOf(curve, privateKey, random)
  }
  throw badSource('no private key in 1..N−1')
}

/** As `ellswiftKeyPair`. */
export function keyPairOf(
  curve: Curve,
  privateKey: Uint8Array,
  random: RandomBytes,
): EllswiftKeyPair {
  const key = toPrivateKey(privateKey)
  return { privateKey: key, ellswift: encodeX(curve, curve.publicX(key), random) }
}

/** As `xelligatorswift`: the same random bytes give the same encoding, whatever computes it. */
export function encodeX(curve: Curve, x: Bytes32, random: RandomBytes): EllswiftPubkey {
  const tFor = curve.inverterOf(x)
  for (let i = 0; i < MAX_TRIES; i++) {
    const u = draw(random, KEY_LEN)
    if (!isWithin(u, FIELD_SIZE)) continue
    const t = tFor(toBytes32(u), (draw(random, 1)[0] ?? 0) & 7)
    if (t !== undefined) return toEllswiftPubkey(concatBytes(u, t))
  }
  throw badSource('no encoding of the key')
}

/** As `xswiftecInv`. */
export function tOf(
  curve: Curve,
  x: Uint8Array,
  u: Uint8Array,
  which: XswiftecCase,
): Bytes32 | undefined {
  if (!Number.isInteger(which) || which < 0 || which > 7) {
    throw new LocalProtocolError('BAD_ARGUMENT', 'the case must be 0..7')
  }
  const tFor = curve.inverterOf(toBytes32(x, 'x'))
  const bytes = toBytes32(u, 'u')
  if (isZeroModP(bytes)) throw new LocalProtocolError('BAD_ARGUMENT', 'u must not be 0 mod p')
  return tFor(bytes, which)
}

const isZeroModP = (bytes: Uint8Array) =>
  bytes.every((byte) => byte === 0) || bytes.every((byte, i) => byte === FIELD_SIZE[i])

/** The error for an x that belongs to no point. */
export const notOnCurve = () =>
  new LocalProtocolError('X_NOT_ON_CURVE', 'no point of secp256k1 has this x')

function draw(random: RandomBytes, length: number): Uint8Array {
  if (typeof random !== 'function') throw badSource('nothing: it is no function')
  const bytes = toBytes('what the random source gives', random(length))
  if (bytes.length === length) return bytes
  throw badSource(`${bytes.length} bytes where ${length} were asked for`)
}

const badSource = (gave: string) =>
  new LocalProtocolError('BAD_RANDOM_SOURCE', `the random source gives ${gave}; use a CSPRNG`)
