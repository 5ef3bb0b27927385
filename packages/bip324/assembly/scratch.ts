/** Where the curve's values in between stand: one block, so that it can be overwritten with zeros as one. */

import { FE } from './field-mul'

const POWER_LEN: usize = 11 * FE
const SCALAR_LEN: usize = 64 * 8
const POINT_LEN: usize = 8 * FE
const MULTIPLY_LEN: usize = (16 + 3) * 3 * FE
const ELLSWIFT_LEN: usize = 16 * FE
const LEN: usize = POWER_LEN + SCALAR_LEN + POINT_LEN + MULTIPLY_LEN + ELLSWIFT_LEN

export const POWER_SCRATCH: usize = memory.data(LEN as i32, 16)
export const SCALAR_SCRATCH: usize = POWER_SCRATCH + POWER_LEN
export const POINT_SCRATCH: usize = SCALAR_SCRATCH + SCALAR_LEN
export const MULTIPLY_SCRATCH: usize = POINT_SCRATCH + POINT_LEN
export const ELLSWIFT_SCRATCH: usize = MULTIPLY_SCRATCH + MULTIPLY_LEN

/** Overwrites whatever an operation on the curve has left with zeros. */
export function forgetCurve(): void {
  memory.fill(POWER_SCRATCH, 0, LEN)
}
