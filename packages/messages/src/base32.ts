/** RFC 4648 §6, lower case and without padding, as Tor and I2P write their names. */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const DIGIT_BITS = 5

/** Bytes as base32, ⌈8n/5⌉ characters. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    bits += 8
    while (bits >= DIGIT_BITS) {
      bits -= DIGIT_BITS
      text += ALPHABET.charAt(pending >> bits)
      pending &= (1 << bits) - 1
    }
  }
  if (bits > 0) text += ALPHABET.charAt(pending << (DIGIT_BITS - bits))
  return text
}
