/** Bytes as somebody types them: hex, with white space where they like. */

import { count, hexOfByte } from '../parts/format.js'

export type HexReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** @property why with the place in the text, counted from 1 */
  | { readonly ok: false; readonly why: string }

const TEXT = {
  notHex: (character: string, place: number) =>
    `“${character}” at character ${count(place)} is no hex digit`,
  odd: (digits: number) => `${count(digits)} hex digits: the last byte has only one`,
}

const DIGITS_IN_BYTE = 2
const HEX = 16

/** @param text white space is left out */
export function readHex(text: string): HexReading {
  const wrong = /[^0-9a-f\s]/iu.exec(text)
  if (wrong) return { ok: false, why: TEXT.notHex(wrong[0], wrong.index + 1) }
  const digits = text.replace(/\s+/g, '')
  if (digits.length % DIGITS_IN_BYTE !== 0) return { ok: false, why: TEXT.odd(digits.length) }
  const bytes = new Uint8Array(digits.length / DIGITS_IN_BYTE)
  for (let i = 0; i < bytes.length; i++) {
    const at = i * DIGITS_IN_BYTE
    bytes[i] = Number.parseInt(digits.slice(at, at + DIGITS_IN_BYTE), HEX)
  }
  return { ok: true, bytes }
}

/** In pairs with a space between, so that a text field can break the line anywhere. */
export const showHex = (bytes: Uint8Array): string => Array.from(bytes, hexOfByte).join(' ')
