/** The numbers of a filter: sizes, times, numbers, epochs, and ranges of them. */

import type { Condition, NumberKey } from './filter-keys.js'

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6 }
const TIME_UNITS: Readonly<Record<string, number>> = { '': 1000, s: 1000, ms: 1 }

interface Read {
  readonly value: number
  /** What one of its last digit stands for. */
  readonly digit: number
}

function readNumber(key: NumberKey, text: string): Read | undefined {
  const [, whole, , decimals = '', unit = ''] = /^(\d[\d,_]*)(\.(\d+))?([a-z]*)$/i.exec(text) ?? []
  if (whole === undefined) return undefined
  const units =
    key === 'time' ? TIME_UNITS : key === 'size' || key === 'contents' ? UNITS : { '': 1 }
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined
  if (factor === undefined || (key !== 'time' && decimals !== '' && factor === 1)) return undefined
  const digits = `${whole.replace(/[,_]/g, '')}.${decimals || '0'}`
  // exact for as many digits as a time is shown with
  return { value: rounded(Number(digits) * factor), digit: factor / 10 ** decimals.length }
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** @returns undefined where a number is missing; `empty` where a range ends before it begins */
export function readNumbers(
  key: NumberKey,
  operator: string,
  text: string,
): Condition | 'empty' | undefined {
  const between = (min: number, max: number): Condition => ({ is: 'between', key, min, max })
  if (text.includes('..')) return readRange(key, operator, text)
  const read = readNumber(key, text)
  if (!read) return undefined
  const { value, digit } = read
  switch (operator) {
    case '>':
      return {
        is: 'every',
        of: [between(value, INFINITE), { is: 'not', of: between(value, value) }],
      }
    case '<':
      return { is: 'every', of: [between(0, value), { is: 'not', of: between(value, value) }] }
    case '>=':
      return between(value, INFINITE)
    case '<=':
      return between(0, value)
    default: {
      // a time that is shown as 1.2345 is rounded
      const off = key === 'time' ? digit / 2 : 0
      return between(value - off, value + off)
    }
  }
}

const INFINITE = Number.POSITIVE_INFINITY

function readRange(
  key: NumberKey,
  operator: string,
  text: string,
): Condition | 'empty' | undefined {
  if (!['=', ':', '!='].includes(operator)) return undefined
  const [from = '', to = ''] = text.split('..', 2)
  const first = from === '' ? { value: 0 } : readNumber(key, from)
  const last = to === '' ? { value: INFINITE } : readNumber(key, to)
  if (!first || !last || (from === '' && to === '')) return undefined
  if (last.value < first.value) return 'empty'
  return { is: 'between', key, min: first.value, max: last.value }
}
