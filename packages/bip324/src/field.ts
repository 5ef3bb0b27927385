/** BIP324 §ElligatorSwift encoding of curve X coordinates: the field and the curve that it stands on. */

import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { type Bytes32, type PrivateKey, toBytes32 } from './bytes.js'
import { notOnCurve } from './key-pair.js'

/** SEC 2 §2.4.1. The curve alone: of signatures, which come with `secp256k1.js`, there are none here. */
const Point = weierstrass({
  p: 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_ffff_fc2fn,
  n: 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n,
  h: 1n,
  a: 0n,
  b: 7n,
  Gx: 0x79be_667e_f9dc_bbac_55a0_6295_ce87_0b07_029b_fcdb_2dce_28d9_59f2_815b_16f8_1798n,
  Gy: 0x483a_da77_26a3_c465_5da4_fbfc_0e11_08a8_fd17_b448_a685_5419_9c47_d08f_fb10_d4b8n,
})
const { Fp } = Point

/** The field of secp256k1: integers modulo p = 2²⁵⁶ − 2³² − 977. */
export const field = Fp
/** The b of y² = x³ + b. */
export const CURVE_B = Point.CURVE().b

/** The principal square root a^((p+1)/4), or undefined where a is not a square (K6). */
export function principalSqrt(a: bigint): bigint | undefined {
  const root = fourthRootPower(a)
  return Fp.eql(Fp.sqr(root), a) ? root : undefined
}

const SQRT_EXPONENT = (Fp.ORDER + 1n) / 4n
const fourthRootPower = (a: bigint) => Fp.pow(a, SQRT_EXPONENT)

function mustSqrt(a: bigint): bigint {
  const root = principalSqrt(a)
  if (root === undefined) throw new RangeError('not a square')
  return root
}

/** c = √−3, the root that is a square itself (K5). */
export const MINUS_3_SQRT = mustSqrt(Fp.create(-3n))

/** g(x) = x³ + 7 */
export const g = (x: bigint): bigint => Fp.add(Fp.mul(Fp.sqr(x), x), CURVE_B)

/** Whether some point of the curve has this x. */
export const isValidX = (x: bigint): boolean => principalSqrt(g(x)) !== undefined

/** 32 bytes big-endian to a field element, taken mod p. */
export const feFromBytes = (bytes: Uint8Array): bigint => Fp.create(integer(bytes))

/** A field element to 32 bytes big-endian. */
export const feToBytes = (fe: bigint): Bytes32 => toBytes32(Fp.toBytes(fe))

/** Bytes big-endian as an integer, not reduced. */
function integer(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return value
}

/** The x coordinate of privateKey · G, 32 bytes. */
export function publicX(privateKey: PrivateKey): Bytes32 {
  return feToBytes(Point.BASE.multiply(integer(privateKey)).x)
}

/** The x coordinate of privateKey · P, where P is either point with this x, 32 bytes. */
export function multiplyX(privateKey: PrivateKey, x: bigint): Bytes32 {
  const y = principalSqrt(g(x))
  if (y === undefined) throw notOnCurve()
  return feToBytes(Point.fromAffine({ x, y }).multiply(integer(privateKey)).x)
}
