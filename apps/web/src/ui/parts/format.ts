/** How numbers, times and bytes are written, everywhere the same. */

const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** 1877 -> `1,877` */
export const count = (n: number): string => COUNT.format(n)

const MOST_OF_A_NAME = 40

/** A name that anybody may have chosen: short, and without what turns or breaks a line. */
export function nameOf(text: string): string {
  const letters = [...text.replace(/\p{C}/gu, '\ufffd')]
  return letters.length <= MOST_OF_A_NAME
    ? letters.join('')
    : `${letters.slice(0, MOST_OF_A_NAME).join('')}…`
}

/** `1 byte`, `20 bytes` */
export const bytes = (n: number): string => `${count(n)} ${n === 1 ? 'byte' : 'bytes'}`

/** `1 packet`, `2 packets` */
export const plural = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`

/** For counters that grow: `812 B`, `24.1 kB`. */
export function size(n: number): string {
  if (n < 10_000) return `${count(n)} B`
  if (n < 1_000_000) return `${(n / 1000).toFixed(1)} kB`
  return n < 1_000_000_000
    ? `${(n / 1_000_000).toFixed(1)} MB`
    : `${(n / 1_000_000_000).toFixed(1)} GB`
}

/** Seconds since the session began, from ms. */
export const seconds = (ms: number): string => (ms / 1000).toFixed(ms < 100_000 ? 4 : 2)

export const milliseconds = (ms: number): string =>
  ms < 10 ? `${ms.toFixed(1)} ms` : `${count(Math.round(ms))} ms`

/** How often something happens: `1 s`, `250 ms`. */
export const interval = (ms: number): string =>
  ms % 1000 === 0 ? `${count(ms / 1000)} s` : `${count(ms)} ms`

const UNITS = { seconds: 's', minutes: 'min', hours: 'h' }

/** How long something may take, rounded up: `10 s`, `30 min`, `2 h`. */
export function duration(ms: number, units = UNITS): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 120) return `${count(seconds)} ${units.seconds}`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 120
    ? `${count(minutes)} ${units.minutes}`
    : `${count(Math.ceil(minutes / 60))} ${units.hours}`
}

/** A share in whole per cent; never 0 where there is some, nor 100 where it is not all. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0'
  const share = (part / whole) * 100
  if (share < 1) return '<1'
  return String(part < whole ? Math.min(Math.round(share), 99) : 100)
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
export const hexOfByte = (byte: number): string => HEX[byte] ?? ''

export function toHexText(data: Uint8Array): string {
  let text = ''
  for (const byte of data) text += hexOfByte(byte)
  return text
}

/** In groups of 8 digits. */
export const hexGroups = (hex: string): readonly string[] => hex.match(/.{1,8}/g) ?? []
