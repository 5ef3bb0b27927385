/** Bytes as lower-case hex, two digits a byte, for files of more than 100 MB. */

import { decodeUtf8 } from './text.js'

const DIGITS = '0123456789abcdef'
const DIGIT_CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0))
const NO_DIGIT = 0xff
const ASCII = 0x80
const LOW_BITS = 0x0f

const VALUES = new Uint8Array(ASCII).fill(NO_DIGIT)
for (const [value, code] of DIGIT_CODES.entries()) VALUES[code] = value

/** By way of the codes of the digits: so many additions to a string would each cost memory. */
export function encodeHex(bytes: Uint8Array): string {
  const codes = new Uint8Array(2 * bytes.length)
  let at = 0
  for (const byte of bytes) {
    codes[at++] = DIGIT_CODES[byte >> 4] ?? 0
    codes[at++] = DIGIT_CODES[byte & LOW_BITS] ?? 0
  }
  return decodeUtf8(codes)
}

/** Undefined unless it is an even number of the digits 0-9 a-f. */
export function decodeHex(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0) return undefined
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) {
    const high = VALUES[hex.charCodeAt(2 * i)] ?? NO_DIGIT
    const low = VALUES[hex.charCodeAt(2 * i + 1)] ?? NO_DIGIT
    if (high === NO_DIGIT || low === NO_DIGIT) return undefined
    bytes[i] = (high << 4) | low
  }
  return bytes
}
