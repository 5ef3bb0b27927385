/** @param length bytes */
export const systemRandom = (length: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(length))

/** Bytes that are the same in each run, of no pattern that a cipher could profit from. */
export function seededBytes(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = (seed | 0) + 0x9e3779b9
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state & 0xff
  }
  return bytes
}
