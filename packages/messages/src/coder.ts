/** A value in a fixed number of bytes, both ways. */

import { hexToBytes } from '@noble/hashes/utils.js'
import { toHexReversed } from './hex.js'

export interface Coder<T> {
  /** Bytes that every value takes. */
  readonly size: number
  /** @param bytes `size` of them */
  readonly decode: (bytes: Uint8Array) => T
  /** @returns bytes of its own @throws Error if the value has none */
  readonly encode: (value: T) => Uint8Array
}

/** Bytes as hex from the last to the first, as hashes and ids are written. */
export const reversedHex = (size: number): Coder<string> => ({
  size,
  decode: toHexReversed,
  encode: (text) => {
    const digits = 2 * size
    if (typeof text !== 'string' || text.length !== digits)
      throw new Error(`not ${digits} hex digits`)
    return hexToBytes(text).reverse()
  },
})
