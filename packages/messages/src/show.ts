/** How values are written for people. */

import { toHex } from './hex.js'

/** The furthest that a `Date` reaches, in seconds from 1970 (ECMA-262, time values). */
const MAX_DATE_SECONDS = 8_640_000_000_000n
/** Bytes up to here are shown whole. */
const SHOWN_BYTES = 32

/** A Unix time in seconds as `2011-02-02 23:16:42 UTC`; the bare number where no date has it. */
export function showTime(seconds: number | bigint): string {
  const value = BigInt(seconds)
  if (value > MAX_DATE_SECONDS || value < -MAX_DATE_SECONDS) return String(value)
  const iso = new Date(Number(value) * 1000).toISOString()
  return `${iso.slice(0, -'.000Z'.length).replace('T', ' ')} UTC`
}

/** An unsigned number in hex, padded to its size in bytes: `0x207fffff`. */
export function showHex(value: number | bigint, size: number): string {
  return `0x${value.toString(16).padStart(2 * size, '0')}`
}

/** `headers 3`: the name as the field has it, so that it is the same in every language. */
export const showCount = (name: string, count: number | bigint): string => `${name} ${count}`

/** `payload 3 B` */
export const showSize = (name: string, size: number): string => `${name} ${size} B`

/** Bytes in hex, cut where there are many: `00ff`, `00112233445566778899aabbccddeeff… (40 B)`. */
export function showBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return '0 B'
  if (bytes.length <= SHOWN_BYTES) return toHex(bytes)
  return `${toHex(bytes.subarray(0, SHOWN_BYTES))}… (${bytes.length} B)`
}
