/** Numbers from a source of random bytes. */

/** From a number of bytes to that many bytes. */
export type RandomBytes = (length: number) => Uint8Array

const BYTES = 4
const RANGE = 2 ** 32

/** A whole number 0..limit−1; for small limits as good as uniform. */
export function randomBelow(random: RandomBytes, limit: number): number {
  const bytes = random(BYTES)
  const value = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return Math.floor((value / RANGE) * limit)
}
