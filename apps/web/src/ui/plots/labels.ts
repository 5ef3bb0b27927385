/** What is written into a plot, where it is in nobody's way. */

import uPlot from 'uplot'
import type { PlotModel, PlotSeries } from './plot-model.js'
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

/** What levels are called, below each at its end; and labels beside points, where there is room. */
export function drawLabels(
  plot: uPlot,
  { levels, series }: Pick<PlotModel, 'levels' | 'series'>,
  colours: Colours,
  font: string,
): void {
  const { ctx } = plot
  const ratio = uPlot.pxRatio
  ctx.save()
  ctx.strokeStyle = colours('--surface')
  ctx.lineWidth = HALO * ratio
  ctx.lineJoin = 'round'
  ctx.font = `${12 * ratio}px ${font}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  const sizeOf = (text: string) => ({
    width: ctx.measureText(text).width,
    height: LINE_HEIGHT * ratio,
  })
  const write = (text: string, colour: string, box: Box) => {
    ctx.fillStyle = colour
    ctx.strokeText(text, box.left, box.top + box.height / 2)
    ctx.fillText(text, box.left, box.top + box.height / 2)
  }
  const names = levels.map(({ y, label }) => levelBox(plot, y, sizeOf(label)))
  const places = placesOf(plot, series)
  const taken: Box[] = [...names, ...places.map(({ x, y }) => around(x, y, 6 * ratio))]
  for (const { label, colour, x, y } of places) {
    if (label === undefined || label === '') continue
    const box = sides(x, y, sizeOf(label), AWAY * ratio).find(
      (side) => isInside(side, plot.bbox) && !taken.some((other) => overlap(side, other)),
    )
    if (!box) continue
    taken.push(box)
    write(label, colours(colour), box)
  }
  // over all else
  names.forEach((box, i) => {
    write(levels[i]?.label ?? '', colours('--text'), box)
  })
  ctx.restore()
}

const placesOf = (plot: uPlot, series: readonly PlotSeries[]) =>
  series.flatMap(({ points, colour }) =>
    points.map(({ x, y, label }) => ({
      label,
      colour,
      x: plot.valToPos(x, 'x', true),
      y: plot.valToPos(y, 'y', true),
    })),
  )

function levelBox({ bbox, valToPos }: uPlot, y: number, size: Pick<Box, 'width' | 'height'>): Box {
  const right = bbox.left + bbox.width - HALO * uPlot.pxRatio
  return { left: right - size.width, top: valToPos(y, 'y', true) + HALO * uPlot.pxRatio, ...size }
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
