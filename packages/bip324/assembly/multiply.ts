/** x of a scalar times a point, in the same steps for every scalar. */

import { fromBytes, negate, setInt } from './field'
import { FE, mul } from './field-mul'
import { divideToBytes } from './field-power'
import { addPoints, B3, double, POINT } from './points'
import { FIRST_HALF, SECOND_HALF, splitScalar } from './scalar'
import { MULTIPLY_SCRATCH as SCRATCH } from './scratch'

/** Signs taken at a time, and how often. */
const DIGIT_BITS: u32 = 5
const DIGITS: i32 = 26
const TABLE_LEN: i32 = 16

/** 1, 3, 5, …, 31 times the point; the caller puts the first there. */
export const TABLE: usize = SCRATCH
const SUM: usize = TABLE + 16 * POINT, TWICE: usize = SUM + POINT, PICKED: usize = TWICE + POINT
const MINUS_Y: usize = TWICE, BETA: usize = TWICE + FE

const BETA_BYTES: usize = memory.data<u8>([
  0x7a, 0xe9, 0x6a, 0x2b, 0x65, 0x7c, 0x07, 0x10, 0x6e, 0x64, 0x47, 0x9e, 0xac, 0x34, 0x34, 0xe9,
  0x9c, 0xf0, 0x49, 0x75, 0x12, 0xf5, 0x89, 0x95, 0xc1, 0x39, 0x6c, 0x28, 0x71, 0x95, 0x01, 0xee], 16)
const GX: usize = memory.data<u8>([
  0x79, 0xbe, 0x66, 0x7e, 0xf9, 0xdc, 0xbb, 0xac, 0x55, 0xa0, 0x62, 0x95, 0xce, 0x87, 0x0b, 0x07,
  0x02, 0x9b, 0xfc, 0xdb, 0x2d, 0xce, 0x28, 0xd9, 0x59, 0xf2, 0x81, 0x5b, 0x16, 0xf8, 0x17, 0x98], 16)
const GY: usize = memory.data<u8>([
  0x48, 0x3a, 0xda, 0x77, 0x26, 0xa3, 0xc4, 0x65, 0x5d, 0xa4, 0xfb, 0xfc, 0x0e, 0x11, 0x08, 0xa8,
  0xfd, 0x17, 0xb4, 0x48, 0xa6, 0x85, 0x54, 0x19, 0x9c, 0x47, 0xd0, 0x8f, 0xfb, 0x10, 0xd4, 0xb8], 16)

/** x of scalar · G. @param scalar 32 bytes, 1..n−1 @param out 32 bytes */
export function publicX(scalar: usize, out: usize): void {
  fromBytes(TABLE, GX)
  fromBytes(TABLE + FE, GY)
  setInt(TABLE + 2 * FE, 1)
  setInt(B3, 21)
  multiply(scalar)
  divideToBytes(out, SUM, SUM + 2 * FE)
}

/**
 * x of scalar · the point at TABLE, which is on y² = x³ + 7·scale³, as a point of the curve itself: the
 * isomorphism of the two multiplies x by `scale`.
 */
export function multiplyScaled(scalar: usize, scale: usize, out: usize): void {
  multiply(scalar)
  mul(SUM + 2 * FE, SUM + 2 * FE, scale)
  divideToBytes(out, SUM, SUM + 2 * FE)
}

/** scalar · the point at TABLE, to SUM. */
function multiply(scalar: usize): void {
  double(TWICE, TABLE)
  for (let e = 1; e < TABLE_LEN; e++) addPoints(entry(e), entry(e - 1), TWICE)
  fromBytes(BETA, BETA_BYTES)
  splitScalar(scalar)
  pick(digit(FIRST_HALF, DIGITS - 1))
  memory.copy(SUM, PICKED, POINT)
  for (let j = DIGITS - 1; ; j--) {
    pick(digit(SECOND_HALF, j))
    mul(PICKED, PICKED, BETA)
    addPoints(SUM, SUM, PICKED)
    if (j == 0) break
    for (let i: u32 = 0; i < DIGIT_BITS; i++) double(SUM, SUM)
    pick(digit(FIRST_HALF, j - 1))
    addPoints(SUM, SUM, PICKED)
  }
}

// @ts-ignore: decorator
@inline
function entry(e: i32): usize {
  return TABLE + (e as usize) * POINT
}

/** Five signs from bit 5j on, as the odd number −31..31 that they come to. */
function digit(half: usize, j: i32): i32 {
  const bit = (j as u32) * DIGIT_BITS
  const at = half + 8 * ((bit >> 5) as usize)
  const two = load<u64>(at) | (load<u64>(at, 8) << 32)
  return 2 * (((two >> (bit & 31)) & 31) as i32) - 31
}

/** So many times the point, to PICKED. The table is read from end to end, whichever entry it is. */
function pick(d: i32): void {
  const negative = d >> 31
  const index = ((d ^ negative) - negative) >> 1
  memory.fill(PICKED, 0, POINT)
  for (let e: i32 = 0; e < TABLE_LEN; e++) {
    const mask = i32x4.splat(((e ^ index) - 1) >> 31)
    for (let i: usize = 0; i < POINT; i += 16) {
      v128.store(PICKED + i, v128.or(v128.load(PICKED + i), v128.and(v128.load(entry(e) + i), mask)))
    }
  }
  negate(MINUS_Y, PICKED + FE, 3)
  const minus = i32x4.splat(negative)
  for (let i: usize = 0; i < FE; i += 16) {
    const y = PICKED + FE + i
    v128.store(y, v128.bitselect(v128.load(MINUS_Y + i), v128.load(y), minus))
  }
}
