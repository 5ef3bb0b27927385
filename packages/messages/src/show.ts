/** How values are written for people. */

/** The furthest that a `Date` reaches, in seconds from 1970 (ECMA-262, time values). */
const MAX_DATE_SECONDS = 8_640_000_000_000n

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

/** `1 header`, `3 headers`. */
export function showCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
