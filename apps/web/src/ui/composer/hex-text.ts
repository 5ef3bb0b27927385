/** Bytes as somebody types them: hex, with white space where they like. */

import { hexOfByte } from '../parts/format.js'
import type { Unread } from './problem.js'

export type HexReading = { readonly ok: true; readonly bytes: Uint8Array } | Unread

const DIGITS_IN_BYTE = 2
const HEX = 16

/** @param text white space is left out */
export function readHex(text: string): HexReading {
  const wrong = /[^0-9a-f\s]/iu.exec(text)
  if (wrong) {
    const [letter] = wrong
    return { ok: false, why: { code: 'NO_HEX_DIGIT', letter, place: wrong.index + 1 } }
  }
  const digits = text.replace(/\s+/g, '')
  if (digits.length % DIGITS_IN_BYTE !== 0) {
    return { ok: false, why: { code: 'ODD_DIGITS', digits: digits.length } }
  }
  const bytes = new Uint8Array(digits.length / DIGITS_IN_BYTE)
  for (let i = 0; i < bytes.length; i++) {
    const at = i * DIGITS_IN_BYTE
    bytes[i] = Number.parseInt(digits.slice(at, at + DIGITS_IN_BYTE), HEX)
  }
  return { ok: true, bytes }
}

/** In pairs with a space between, so that a text field can break the line anywhere. */
export const showHex = (bytes: Uint8Array): string => Array.from(bytes, hexOfByte).join(' ')
