/** A text in UTF-8, looked for without regard to case, and mostly without decoding what it is looked for in. */

export type TextFinder = (bytes: Uint8Array, start: number, end: number) => boolean

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Bytes with the letters of ASCII in lower case. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
)

/** No letter, or one of ASCII: no other character becomes it in lower case, but the two below. */
const isPlain = (character: string): boolean =>
  character <= '\x7f' || character.toLowerCase() === character.toUpperCase()

/** U+0130 and U+212A become letters of ASCII (and U+0307) in lower case. */
const isOdd = (bytes: Uint8Array, at: number): boolean =>
  (bytes[at] === 0xc4 && bytes[at + 1] === 0xb0) ||
  (bytes[at] === 0xe2 && bytes[at + 1] === 0x84 && bytes[at + 2] === 0xaa)

const ASCII_END = 0x80

/** @param text as `toLowerCase` has it @returns whether it is in the text of [start, end) */
export function textFinder(text: string): TextFinder {
  const decoded: TextFinder = (bytes, start, end) =>
    decoder.decode(bytes.subarray(start, end)).toLowerCase().includes(text)
  if (text === '') return () => true
  if (![...text].every(isPlain)) {
    return (bytes, start, end) => hasOthers(bytes, start, end) && decoded(bytes, start, end)
  }
  const wanted = encoder.encode(text)
  const [first] = wanted
  return (bytes, start, end) => {
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0
      if (byte >= ASCII_END && isOdd(bytes, at)) return decoded(bytes, start, end)
      if (FOLDED[byte] === first && isHere(wanted, bytes, at, end)) return true
    }
    return false
  }
}

function isHere(wanted: Uint8Array, bytes: Uint8Array, at: number, end: number): boolean {
  if (at + wanted.length > end) return false
  for (let i = 1; i < wanted.length; i++) {
    if (FOLDED[bytes[at + i] ?? 0] !== wanted[i]) return false
  }
  return true
}

/** Whether there is a character beyond ASCII. */
function hasOthers(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= ASCII_END) return true
  return false
}
