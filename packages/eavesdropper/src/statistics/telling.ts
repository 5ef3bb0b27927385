/** What jumps out of bytes at who only looks. */

import { isKnownType } from '@v2scope/messages'
import type { Telling } from './byte-statistics.js'

/** The field of a message type in v1, in bytes. */
const COMMAND_LEN = 12
/** Characters in a row: as few are often there by chance in none, as many hardly. */
export const LEAST_TEXT = 6
const FIRST_PRINTABLE = 0x20
const LAST_PRINTABLE = 0x7e
const FIRST_LETTER = 0x61
const LAST_LETTER = 0x7a

export function telling(bytes: Uint8Array, magic: Uint8Array): Telling {
  let [magics, commands, textBytes] = [0, 0, 0]
  let textFrom = 0
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === undefined || !isPrintable(byte)) {
      if (at - textFrom >= LEAST_TEXT) textBytes += at - textFrom
      textFrom = at + 1
    }
    if (byte === undefined) break
    if (byte === magic[0] && magic.every((one, i) => bytes[at + i] === one)) magics += 1
    // the end of one type may be another: addrv2 of sendaddrv2
    if (isLetter(byte) && !isLetter(bytes[at - 1] ?? 0) && commandAt(bytes, at)) commands += 1
  }
  return { magics, commands, textBytes }
}

export const isPrintable = (byte: number): boolean =>
  byte >= FIRST_PRINTABLE && byte <= LAST_PRINTABLE

const isLetter = (byte: number) => byte >= FIRST_LETTER && byte <= LAST_LETTER

/** Whether a known message type stands here, filled up with zeros to 12 bytes. */
function commandAt(bytes: Uint8Array, at: number): boolean {
  if (at + COMMAND_LEN > bytes.length) return false
  let length = 0
  while (length < COMMAND_LEN && isPrintable(bytes[at + length] ?? 0)) length += 1
  for (let i = length; i < COMMAND_LEN; i += 1) if (bytes[at + i] !== 0) return false
  return isKnownType(String.fromCharCode(...bytes.subarray(at, at + length)))
}
