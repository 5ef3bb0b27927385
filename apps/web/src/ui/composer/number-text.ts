/** Numbers as somebody types them: decimal, or hex behind `0x`; for times also `now`. */

import type { Form } from '@v2scope/messages'
import type { Unread } from './problem.js'

export type NumberForm = Extract<Form, { readonly kind: 'number' }>

export type NumberReading = { readonly ok: true; readonly value: bigint } | Unread

/** What stands for the present time. */
export const NOW = 'now'

const SATOSHI_DIGITS = 8
const MS_IN_SECOND = 1000
/** The furthest that a `Date` reaches, in seconds from 1970 (ECMA-262, time values). */
const MOST_DATE_SECONDS = 8_640_000_000_000n
const HEX = 16

/** Whole seconds from 1970. */
export const presentSeconds = (): bigint => BigInt(Math.floor(Date.now() / MS_IN_SECOND))

/** @param now seconds from 1970 */
export function readNumber(form: NumberForm, text: string, now: bigint): NumberReading {
  const written = text.trim().toLowerCase()
  const isNow = form.unit === 'time' && written === NOW
  if (!isNow && !/^-?(\d+|0x[0-9a-f]+)$/.test(written)) {
    return { ok: false, why: { code: form.unit === 'time' ? 'NOT_A_TIME' : 'NOT_A_NUMBER' } }
  }
  const value = isNow ? now : toBigInt(written)
  const { min, max } = form
  if (value >= min && value <= max) return { ok: true, value }
  return { ok: false, why: { code: 'OUT_OF_RANGE', min, max } }
}

/** Flags in hex, all else in decimal. */
export function writeNumber({ unit }: NumberForm, value: bigint): string {
  if (unit !== 'bits') return String(value)
  return value < 0n ? `-0x${(-value).toString(HEX)}` : `0x${value.toString(HEX)}`
}

/** What the number says to people, where that is more than its digits. */
export function meaningOf(form: NumberForm, value: bigint): string | undefined {
  switch (form.unit) {
    case 'time':
      return showTime(value)
    case 'satoshi':
      return showBitcoin(value)
    case 'bits':
      return namesOfBits(form, value)
    case undefined:
      return undefined
  }
}

function toBigInt(written: string): bigint {
  return written.startsWith('-') ? -BigInt(written.slice(1)) : BigInt(written)
}

function showTime(seconds: bigint): string | undefined {
  if (seconds > MOST_DATE_SECONDS || seconds < -MOST_DATE_SECONDS) return undefined
  const iso = new Date(Number(seconds) * MS_IN_SECOND).toISOString()
  return `${iso.slice(0, -'.000Z'.length).replace('T', ' ')} UTC`
}

function showBitcoin(satoshi: bigint): string {
  const digits = (satoshi < 0n ? -satoshi : satoshi).toString().padStart(SATOSHI_DIGITS + 1, '0')
  const whole = digits.slice(0, -SATOSHI_DIGITS)
  return `${satoshi < 0n ? '-' : ''}${whole}.${digits.slice(-SATOSHI_DIGITS)} BTC`
}

function namesOfBits({ choices = [] }: NumberForm, value: bigint): string | undefined {
  const set = choices.filter(({ value: bits }) => bits !== 0n && (value & bits) === bits)
  return set.length === 0 ? undefined : set.map(({ label }) => label).join(', ')
}
