/** Numbers from a source of random bytes. */

import type { RandomBytes } from '@v2scope/bip324'

/** A uniform whole number 0..limit−1, for limits up to 2³². */
export function randomBelow(random: RandomBytes, limit: number): number {
  const usable = 2 ** 32 - (2 ** 32 % limit)
  for (;;) {
    const value = new DataView(random(4).slice().buffer).getUint32(0)
    if (value < usable) return value % limit
  }
}

/** A uniform unsigned 64-bit number. */
export const randomU64 = (random: RandomBytes): bigint =>
  new DataView(random(8).slice().buffer).getBigUint64(0)
