/** Integers, little-endian but for one: decoded by arithmetic on bytes, as a block has a hundred thousand. */

import type { Coder } from './coder.js'

const BITS_32 = 32n
const BYTE_BITS = 8
const BIGINT_SIZE = 8
const BYTE_1 = 0x100
const BYTE_2 = 0x1_0000
const BYTE_3 = 0x100_0000

const low16 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * BYTE_1

const low32 = (bytes: Uint8Array, at: number): number =>
  low16(bytes, at) + (bytes[at + 2] ?? 0) * BYTE_2 + (bytes[at + 3] ?? 0) * BYTE_3

const low64 = (bytes: Uint8Array): bigint =>
  (BigInt(low32(bytes, 4)) << BITS_32) | BigInt(low32(bytes, 0))

/** What fits into so many bytes, in two's complement where there are signs. */
function rangeOf(size: number, signed: boolean): { least: bigint; most: bigint } {
  const span = 1n << BigInt(BYTE_BITS * size)
  const least = signed ? -span / 2n : 0n
  return { least, most: least + span - 1n }
}

/** Of at most four bytes. */
function numberCoder(
  size: number,
  signed: boolean,
  decode: (bytes: Uint8Array) => number,
): Coder<number> {
  const { least, most } = rangeOf(size, signed)
  const encode = (value: number): Uint8Array => {
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new Error(`${value} is no whole number in ${least}..${most}`)
    }
    return Uint8Array.from({ length: size }, (_, i) => value >>> (BYTE_BITS * i))
  }
  return { size, decode, encode }
}

/** Of eight bytes. */
function bigintCoder(signed: boolean, decode: (bytes: Uint8Array) => bigint): Coder<bigint> {
  const { least, most } = rangeOf(BIGINT_SIZE, signed)
  const encode = (value: bigint): Uint8Array => {
    if (typeof value !== 'bigint' || value < least || value > most) {
      throw new Error(`${value} is no bigint in ${least}..${most}`)
    }
    const bytes = new Uint8Array(BIGINT_SIZE)
    new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value), true)
    return bytes
  }
  return { size: BIGINT_SIZE, decode, encode }
}

/** One byte. */
export const U8 = numberCoder(1, false, (bytes) => bytes[0] ?? 0)
/** Two bytes, 0..65535. */
export const U16LE = numberCoder(2, false, (bytes) => low16(bytes, 0))
/** Two bytes, 0..65535, big-endian. */
export const U16BE: Coder<number> = {
  size: 2,
  decode: (bytes) => (bytes[0] ?? 0) * BYTE_1 + (bytes[1] ?? 0),
  encode: (value) => U16LE.encode(value).reverse(),
}
/** Four bytes, 0..2³²−1. */
export const U32LE = numberCoder(4, false, (bytes) => low32(bytes, 0))
/** Four bytes, −2³¹..2³¹−1. */
export const I32LE = numberCoder(4, true, (bytes) => low32(bytes, 0) | 0)
/** Eight bytes, 0..2⁶⁴−1. */
export const U64LE = bigintCoder(false, low64)
/** Eight bytes, −2⁶³..2⁶³−1. */
export const I64LE = bigintCoder(true, (bytes) => BigInt.asIntN(64, low64(bytes)))
