/** A boolean in one byte. */

import * as P from 'micro-packed'

/** Written as 0 or 1. Read as Bitcoin Core does: any byte but 0 is true. */
export const flag = P.apply(P.U8, {
  encode: (byte: number): boolean => byte !== 0,
  decode: (value: boolean): number => (value ? 1 : 0),
})
