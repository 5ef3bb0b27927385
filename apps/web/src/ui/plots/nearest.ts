/** Which point the pointer means. */

import type { PlotModel, PlotPoint, PlotSeries } from './plot-model.js'

/** In px, of the area of the plot. */
export interface Place {
  readonly x: number
  readonly y: number
}

export interface Near {
  readonly series: PlotSeries
  readonly point: PlotPoint
  readonly at: Place
}

/** Further away than this in px, nothing is meant. */
const REACH = 40

/**
 * The nearest point; of bars and sticks the nearest across alone, for they are long.
 * @param placeOf where a point is drawn
 */
export function nearest(
  { series }: PlotModel,
  pointer: Place,
  placeOf: (point: PlotPoint) => Place,
): Near | undefined {
  let best: { readonly near: Near; readonly distance: number } | undefined
  for (const each of series) {
    const isLong = each.draws === 'bars' || each.draws === 'sticks'
    for (const point of each.points) {
      const at = placeOf(point)
      const up = isLong ? (at.y - pointer.y) / 100 : at.y - pointer.y
      const distance = Math.hypot(at.x - pointer.x, up)
      if (distance > REACH || (best && distance >= best.distance)) continue
      best = { near: { series: each, point, at }, distance }
    }
  }
  return best?.near
}
