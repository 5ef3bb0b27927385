/** The findings, as a terminal shows them. */

import { BASELINE } from '../contenders/names.js'
import { type Growth, type Row, ratio, resultOf } from '../measure/rows.js'
import { amount, around, number, power, times } from './numbers.js'

const WHERE = { node: 'Node', chromium: 'Chromium' } as const

/** Columns as wide as what is in them; all but the first are aligned to the right. */
export function columns(lines: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const line of lines)
    for (const [i, cell] of line.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  return lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('   ')
      .trimEnd(),
  )
}

/** Every result of a row, with what it is of each other's: the columns are "times as fast as". */
export function rowTable(row: Row): string[] {
  const baseline = resultOf(row, BASELINE)
  const others = row.results.filter((result) => result !== baseline)
  const against = baseline ? [baseline, ...others] : others
  const head = ['', 'median', 'spread', ...against.map(({ contender }) => `× ${brief(contender)}`)]
  const lines = row.results.map((result) => [
    `  ${result.contender}`,
    amount(result.median, row.unit),
    around(result),
    ...against.map((other) => (other === result ? '' : times(ratio(row.unit, result, other)))),
  ])
  const title = `${row.what} · ${WHERE[row.where]}`
  if (row.results.length === 1) return [title, ...columns(lines.map((line) => line.slice(0, 3)))]
  return [title, ...columns([head, ...lines])]
}

const brief = (contender: string) =>
  contender.replace('v2scope ', '').replace('-wrappers', '').replace('/chacha20poly1305', '')

export function growthTable(growth: Growth): string[] {
  const { points, unit, of, exponent, from, wanted } = growth
  const lines = points.map(({ n, value }) => [
    `  ${n.toLocaleString('en')} ${of}`,
    amount(value, unit),
    n === 0 || wanted === 0 ? '' : `${number((1e6 * value) / n)} ns each`,
  ])
  const title = `${growth.what} · ${growth.contender} · ${WHERE[growth.where]}`
  const sum = Number.isFinite(exponent)
    ? [`  from ${from.toLocaleString('en')} on it grows like ${power(exponent)}`]
    : []
  return [title, ...columns(lines), ...sum]
}
