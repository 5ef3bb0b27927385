/** From series with values of x of their own to what uPlot takes: one x for all, ascending. */

import type { PlotSeries } from './plot-model.js'

type Values = (number | undefined)[]

/** @returns x, and then y of each series; undefined where a series has no point */
export function align(series: readonly PlotSeries[]): [number[], ...Values[]] {
  const points = series.flatMap((each, s) => each.points.map(({ x, y }) => ({ s, x, y })))
  points.sort((a, b) => a.x - b.x)
  const xs: number[] = []
  const ys: Values[] = series.map(() => [])
  for (const { s, x, y } of points) {
    const row = xs.length - 1
    const isFree = row >= 0 && xs[row] === x && ys[s]?.[row] === undefined
    if (!isFree) xs.push(x)
    const values = ys[s]
    if (values) values[xs.length - 1] = y
  }
  // uPlot wants them all of the same length
  for (const values of ys) values.length = xs.length
  return [xs, ...ys.map((values) => Array.from(values))]
}
