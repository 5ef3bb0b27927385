/** Keys as eight words of the platform's own order of bytes: so they are put into memory fastest. */

import type { Rekey } from '../rekey.js'

/** A copy. @param key 32 bytes */
export const keyOf = (key: Uint8Array): Uint32Array => new Uint32Array(key.slice().buffer)

export const rekeyOf = (oldKey: Uint32Array, newKey: Uint32Array, epoch: number): Rekey => ({
  oldKey: bytesOf(oldKey),
  newKey: bytesOf(newKey),
  epoch,
})

const bytesOf = (key: Uint32Array): Uint8Array => new Uint8Array(key.slice().buffer)
