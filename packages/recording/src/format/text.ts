/** Text to bytes and back, as the Encoding Standard has it. */

/** Every engine has it; the library of plain ES2023 has no types for it. */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string }

/** @throws {TypeError} where it isn't UTF-8; a byte order mark is left out. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** The text as far as it goes: what isn't UTF-8 becomes U+FFFD. */
export function decodeLeniently(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

/** In the place of bytes that are no text. */
export const REPLACEMENT = '\ufffd'

const FIRST_BEYOND_ASCII = '\\u0080'
const LAST_UNIT = '\\uffff'
const BEYOND_ASCII = new RegExp(`[${FIRST_BEYOND_ASCII}-${LAST_UNIT}]`, 'g')
const HEX = 16
const ESCAPE_DIGITS = 4

/** JSON of the same value in ASCII alone: a character is a byte, in the file and in memory. */
export function escapeBeyondAscii(json: string): string {
  return json.replace(
    BEYOND_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(HEX).padStart(ESCAPE_DIGITS, '0')}`,
  )
}
