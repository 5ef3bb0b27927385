/** Bytes in hex. */

const DIGITS = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))
const NIBBLE_BITS = 4
const NIBBLE_MASK = 0xf

function putByte(codes: number[], at: number, byte: number): void {
  codes[2 * at] = DIGITS[byte >> NIBBLE_BITS] ?? 0
  codes[2 * at + 1] = DIGITS[byte & NIBBLE_MASK] ?? 0
}

/**
 * Up to a few thousand bytes in hex, made in one go: a string that is put together digit by digit
 * keeps each of its beginnings in memory, a kilobyte for a hash.
 */
export function toHex(bytes: Uint8Array): string {
  const codes = new Array<number>(2 * bytes.length)
  for (let i = 0; i < bytes.length; i++) putByte(codes, i, bytes[i] ?? 0)
  return String.fromCharCode(...codes)
}

/** `toHex` of the bytes from the last to the first. */
export function toHexReversed(bytes: Uint8Array): string {
  const codes = new Array<number>(2 * bytes.length)
  const last = bytes.length - 1
  for (let i = 0; i <= last; i++) putByte(codes, last - i, bytes[i] ?? 0)
  return String.fromCharCode(...codes)
}
