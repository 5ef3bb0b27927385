/** The axis of the strip: bars as paths, and the times that are written below them. */

import type { Measure, TimeBins } from './time-bins.js'

/** In ms; both ends belong to it. */
export interface TimeRange {
  readonly min: number
  readonly max: number
}

export interface Plot {
  /** Bars upwards and downwards, and the part of each that is decoys. */
  readonly sent: string
  readonly sentDecoys: string
  readonly received: string
  readonly receivedDecoys: string
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The smallest bar that can be seen, in px. */
const LEAST = 2
/** Between bars, in px, where there is room. */
const GAP = 1
const NARROW = 3

/** On a logarithmic scale, so that a ping is to be seen beside a block. */
export function plotOf(bins: TimeBins, measure: Measure, { width, height }: Size): Plot {
  const { sent, received } = bins[measure]
  const middle = height / 2
  const most = Math.max(max(sent.all), max(received.all))
  const step = width / Math.max(bins.used, 1)
  const bar = step > NARROW ? step - GAP : step
  const heightOf = (value: number) =>
    value === 0 ? 0 : Math.max((Math.log1p(value) / Math.log1p(most)) * middle, LEAST)
  const paths = (all: Float64Array, decoys: Float64Array, sign: 1 | -1) => {
    let whole = ''
    let decoy = ''
    for (let i = 0; i < bins.used; i++) {
      const full = heightOf(all[i] ?? 0)
      if (full === 0) continue
      const part = full * ((decoys[i] ?? 0) / (all[i] ?? 1))
      const x = (i * step).toFixed(1)
      const box = (from: number, by: number) =>
        `M${x} ${(middle + sign * from).toFixed(1)}h${bar.toFixed(1)}v${(sign * by).toFixed(1)}h-${bar.toFixed(1)}z`
      if (full > part) whole += box(0, full - part)
      if (part > 0) decoy += box(full - part, part)
    }
    return [whole, decoy] as const
  }
  const [up, upDecoys] = paths(sent.all, sent.decoys, -1)
  const [down, downDecoys] = paths(received.all, received.decoys, 1)
  return { sent: up, sentDecoys: upDecoys, received: down, receivedDecoys: downDecoys }
}

const max = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0)

export interface Tick {
  /** In ms. */
  readonly time: number
  /** In seconds, as written. */
  readonly text: string
}

/** @param most how many there is room for */
export function ticksOf(end: number, most: number): readonly Tick[] {
  if (end <= 0 || most < 1) return []
  const rough = end / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power
  const digits = Math.max(0, -Math.floor(Math.log10(step / 1000) + 1e-9))
  const count = Math.floor(end / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => ({
    time: i * step,
    text: ((i * step) / 1000).toFixed(digits),
  }))
}

/** A time in seconds, with as many digits as tell bins apart. */
export function secondsText(time: number, binWidth: number): string {
  const digits = Math.min(Math.max(Math.ceil(-Math.log10(binWidth / 2000)), 0), 6)
  return String(Number((time / 1000).toFixed(digits)))
}
