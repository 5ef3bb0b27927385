/** The field of secp256k1, as far as a candidate x is judged by it. */

import { fromHex, toHex } from '@v2scope/bip324'

const FIELD_LEN = 32
const HEX_BASE = 16
const P = 2n ** 256n - 2n ** 32n - 977n
const CURVE_B = 7n

const feFrom = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`) % P
const feTo = (fe: bigint): Uint8Array => fromHex(fe.toString(HEX_BASE).padStart(2 * FIELD_LEN, '0'))

/** g(x) = x³ + 7, 32 bytes: a point of the curve has this x where it is a square. */
export function curveValue(x: Uint8Array): Uint8Array {
  const fe = feFrom(x)
  return feTo((fe * fe * fe + CURVE_B) % P)
}

/** a^((p−1)/2), 32 bytes: 1 for a square, p−1 for what is none (Euler's criterion). */
export function legendre(a: Uint8Array): Uint8Array {
  let power = 1n
  let base = feFrom(a)
  for (let exponent = (P - 1n) / 2n; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) power = (power * base) % P
    base = (base * base) % P
  }
  return feTo(power)
}
