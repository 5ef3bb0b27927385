/**
 * SEC 2 §2.4.1: points X : Y : Z of y² = x³ + b, of which x = X/Z. The formulas are complete (Renes,
 * Costello, Batina 2016, algorithms 7 and 9): no pair of points is a special case. The b is the caller's.
 */

import { add, sub, times } from './field'
import { FE, mul, sqr } from './field-mul'
import { POINT_SCRATCH as SCRATCH } from './scratch'

export const POINT: usize = 3 * FE

/** 3b */
export const B3: usize = SCRATCH
const T0: usize = SCRATCH + FE, T1: usize = SCRATCH + 2 * FE, T2: usize = SCRATCH + 3 * FE
const T3: usize = SCRATCH + 4 * FE, T4: usize = SCRATCH + 5 * FE
const T5: usize = SCRATCH + 6 * FE, T6: usize = SCRATCH + 7 * FE

/** r = p + q; each may be the other. */
export function addPoints(r: usize, p: usize, q: usize): void {
  const x1 = p, y1 = p + FE, z1 = p + 2 * FE, x2 = q, y2 = q + FE, z2 = q + 2 * FE
  mul(T0, x1, x2)
  mul(T1, y1, y2)
  mul(T2, z1, z2)
  add(T3, x1, y1); add(T4, x2, y2); mul(T3, T3, T4)
  add(T4, T0, T1); sub(T3, T3, T4, 3) // x1y2 + x2y1
  add(T4, y1, z1); add(T5, y2, z2); mul(T4, T4, T5)
  add(T5, T1, T2); sub(T4, T4, T5, 3) // y1z2 + y2z1
  add(T5, x1, z1); add(T6, x2, z2); mul(T5, T5, T6)
  add(T6, T0, T2); sub(T6, T5, T6, 3) // x1z2 + x2z1
  times(T0, T0, 3)
  mul(T2, B3, T2)
  add(T5, T1, T2)
  sub(T1, T1, T2, 2)
  mul(T6, B3, T6)
  // from here on neither p nor q is read
  mul(T2, T4, T6); mul(r, T3, T1); sub(r, r, T2, 2)
  mul(T6, T6, T0); mul(T1, T1, T5); add(r + FE, T1, T6)
  mul(T0, T0, T3); mul(T5, T5, T4); add(r + 2 * FE, T5, T0)
}

/** r = 2p; r may be p. */
export function double(r: usize, p: usize): void {
  const x = p, y = p + FE, z = p + 2 * FE
  sqr(T0, y)
  times(T5, T0, 8)
  mul(T1, y, z)
  sqr(T2, z); mul(T2, B3, T2)
  mul(T3, x, y)
  mul(T6, T2, T5)
  add(T4, T0, T2)
  mul(r + 2 * FE, T5, T1)
  times(T1, T2, 3); sub(T0, T0, T1, 4)
  mul(T4, T0, T4); add(r + FE, T6, T4)
  mul(T3, T0, T3); times(r, T3, 2)
}
