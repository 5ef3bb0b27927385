/** Labels beside points, where they are in nobody's way. */

import uPlot from 'uplot'
import type { PlotLevel, PlotSeries } from './plot-model.js'
import type { Colours } from './theme-colours.js'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** From a point to its label, and the height of a line, in px. */
const AWAY = 9
const LINE_HEIGHT = 14
/** A border of the ground's colour: what is written stands over lines. In px. */
const HALO = 4

/** With the border that is set as its stroke. */
function writeOver(ctx: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  ctx.strokeText(text, x, y)
  ctx.fillText(text, x, y)
}

/** What levels are called: below each, at its end. */
export function nameLevels(
  plot: uPlot,
  levels: readonly PlotLevel[],
  colours: Colours,
  font: string,
): void {
  const { ctx, bbox } = plot
  const ratio = uPlot.pxRatio
  ctx.save()
  ctx.strokeStyle = colours('--surface')
  ctx.fillStyle = colours('--text')
  ctx.lineWidth = HALO * ratio
  ctx.lineJoin = 'round'
  ctx.font = `${12 * ratio}px ${font}`
  ctx.textAlign = 'right'
  ctx.textBaseline = 'top'
  for (const { y, label } of levels) {
    const right = bbox.left + bbox.width - HALO * ratio
    writeOver(ctx, label, right, plot.valToPos(y, 'y', true) + AWAY * ratio)
  }
  ctx.restore()
}

export function drawLabels(
  plot: uPlot,
  series: readonly PlotSeries[],
  colours: Colours,
  font: string,
): void {
  const { ctx } = plot
  const ratio = uPlot.pxRatio
  const places = series.flatMap((each) =>
    each.points.map(({ x, y, label }) => ({
      label,
      colour: colours(each.colour),
      x: plot.valToPos(x, 'x', true),
      y: plot.valToPos(y, 'y', true),
    })),
  )
  const taken: Box[] = places.map(({ x, y }) => around(x, y, 6 * ratio))
  ctx.save()
  ctx.strokeStyle = colours('--surface')
  ctx.lineWidth = HALO * ratio
  ctx.lineJoin = 'round'
  ctx.font = `${12 * ratio}px ${font}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const { label, colour, x, y } of places) {
    if (label === undefined || label === '') continue
    const size = { width: ctx.measureText(label).width, height: LINE_HEIGHT * ratio }
    const box = sides(x, y, size, AWAY * ratio).find(
      (side) => isInside(side, plot.bbox) && !taken.some((other) => overlap(side, other)),
    )
    if (!box) continue
    taken.push(box)
    ctx.fillStyle = colour
    writeOver(ctx, label, box.left, box.top + box.height / 2)
  }
  ctx.restore()
}

const around = (x: number, y: number, r: number): Box => ({
  left: x - r,
  top: y - r,
  width: 2 * r,
  height: 2 * r,
})

/** Above, right, left, below. */
function sides(x: number, y: number, size: Pick<Box, 'width' | 'height'>, away: number): Box[] {
  const { width, height } = size
  return [
    { left: x - width / 2, top: y - away - height, ...size },
    { left: x + away, top: y - height / 2, ...size },
    { left: x - away - width, top: y - height / 2, ...size },
    { left: x - width / 2, top: y + away, ...size },
  ]
}

const isInside = (box: Box, outer: Box): boolean =>
  box.left >= outer.left &&
  box.top >= outer.top &&
  box.left + box.width <= outer.left + outer.width &&
  box.top + box.height <= outer.top + outer.height

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height
