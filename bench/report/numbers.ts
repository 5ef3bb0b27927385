/** Numbers as tables have them. */

import type { Unit } from '../measure/rows.js'
import { type Summary, spread } from '../measure/statistics.js'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** Three digits, and all of those before the point: 0.0623, 4.21, 55,300. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 1000) return whole.format(Number(value.toPrecision(3)))
  return Number(value.toPrecision(3)).toString()
}

export const amount = (value: number, unit: Unit): string =>
  unit.includes('/') && value >= 1000
    ? `${whole.format(Number(value.toPrecision(3)))} ${unit}`
    : `${number(value)} ${unit}`

/** ±2 %: half of the measurements are within. */
export const around = (summary: Summary): string => `±${Math.ceil(100 * spread(summary))} %`

/** Of what grows like nᵏ. */
export const power = (k: number): string =>
  Number.isFinite(k) ? `n^${(Math.round(100 * k) / 100 + 0).toFixed(2)}` : '–'

export const times = (ratio: number): string =>
  Number.isFinite(ratio) ? `${ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2)}×` : '–'
