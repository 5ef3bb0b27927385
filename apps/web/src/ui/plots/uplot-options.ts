/** From a plot as data to the options of uPlot. */

import uPlot from 'uplot'
import { drawLabels } from './labels.js'
import type { PlotAxis, PlotModel, PlotSeries } from './plot-model.js'
import { shapePath } from './shapes.js'
import type { Colours } from './theme-colours.js'

/** Of marks and lines, in px. */
const POINT_RADIUS = 5
const STICK_TIP = 3
const LINE = 1.5
/** Bars stand behind what else is drawn. */
const BARS_ALPHA = 0.55
/** Between two marks of an axis, in px. */
const TICK_SPACE = { x: 64, y: 28 }
/** Between two that are written, at least. */
const TEXT_SPACE = { x: 52, y: 16 }
/** For the numbers beside the axis of y, in px. */
const Y_ROOM = 52

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly colours: Colours
  /** A family of fonts, as CSS has it. */
  readonly font: string
  /** The pointer is somewhere, in px from the upper left of the area of the plot; undefined: not in it. */
  readonly onPointer: (plot: uPlot) => void
}

export function optionsOf(model: PlotModel, drawing: Drawing): uPlot.Options {
  const { width, height, colours, font } = drawing
  return {
    width,
    height,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    scales: { x: scaleOf(model.x), y: scaleOf(model.y) },
    axes: [axisOf(model.x, 'x', colours, font), axisOf(model.y, 'y', colours, font)],
    series: [{}, ...model.series.map((series) => seriesOf(series, colours))],
    hooks: {
      drawAxes: [(plot) => drawLevels(plot, model, colours)],
      draw: [(plot) => drawLabels(plot, model, colours, font)],
      setCursor: [drawing.onPointer],
    },
  }
}

function scaleOf({ scale, min, max }: PlotAxis): uPlot.Scale {
  const range: uPlot.Scale['range'] = [min, max]
  if (scale === 'linear') return { time: false, range }
  if (scale === 'log') return { time: false, distr: 3, log: 10, range }
  return { time: false, distr: 4, asinh: scale.linearTo, range }
}

function axisOf(axis: PlotAxis, name: 'x' | 'y', colours: Colours, font: string): uPlot.Axis {
  const { ticks } = axis
  const line = { stroke: colours('--line'), width: 1 }
  return {
    scale: name,
    label: axis.label,
    stroke: colours('--muted'),
    font: `12px ${font}`,
    labelFont: `12px ${font}`,
    labelSize: 22,
    labelGap: 2,
    gap: 4,
    size: name === 'x' ? 28 : Y_ROOM,
    space: TICK_SPACE[name],
    grid: { ...line, filter: (_, splits) => splits },
    ticks: { ...line, size: 4, filter: (_, splits) => splits },
    filter: (_, splits) => splits,
    ...(ticks && { splits: () => [...ticks] }),
    values: (plot, splits) => textsOf(plot, splits, axis, name),
  }
}

/** What would stand in the way of the one before it is not written; its mark stays. */
function textsOf(plot: uPlot, splits: number[], axis: PlotAxis, name: 'x' | 'y'): string[] {
  let last = Number.NEGATIVE_INFINITY
  return splits.map((value) => {
    const at = plot.valToPos(value, name)
    if (Math.abs(at - last) < TEXT_SPACE[name]) return ''
    last = at
    return axis.text(value)
  })
}

function seriesOf(series: PlotSeries, colours: Colours): uPlot.Series {
  const stroke = colours(series.colour)
  const points = {
    show: true,
    stroke,
    fill: stroke,
    width: 0,
    paths: pointPaths(series.shape, POINT_RADIUS),
  }
  const base: uPlot.Series = { scale: 'y', stroke, width: LINE, spanGaps: true }
  switch (series.draws) {
    case 'bars':
      return {
        ...base,
        fill: stroke,
        alpha: BARS_ALPHA,
        width: 0,
        points: { show: false },
        ...pathsOf(uPlot.paths.bars?.({ size: [1, 24, 1] })),
      }
    case 'sticks':
      return {
        ...base,
        paths: stickPaths,
        points: { ...points, paths: pointPaths(series.shape, STICK_TIP) },
      }
    case 'points':
      return {
        ...base,
        paths: () => null,
        points: { ...points, paths: pointPaths(series.shape, 2) },
      }
    case 'line':
      return { ...base, dash: [2, 3], points }
  }
}

const pathsOf = (paths: uPlot.Series.PathBuilder | undefined) => (paths ? { paths } : {})

/** @param radius in px */
function pointPaths(shape: PlotSeries['shape'], radius: number): uPlot.Series.Points.PathBuilder {
  return (plot, s, from, to) => {
    const r = radius * uPlot.pxRatio
    const path = new Path2D(
      placesOf(plot, s, from, to)
        .map(({ x, y }) => shapePath(shape, x, y, r))
        .join(''),
    )
    return { fill: path, stroke: path, clip: null, flags: 3 }
  }
}

const stickPaths: uPlot.Series.PathBuilder = (plot, s, from, to) => {
  const ground = plot.valToPos(Math.max(plot.scales.y?.min ?? 0, 0), 'y', true)
  const stroke = new Path2D()
  for (const { x, y } of placesOf(plot, s, from, to)) {
    stroke.moveTo(x, ground)
    stroke.lineTo(x, y)
  }
  return { stroke, fill: null, clip: null, flags: 0 }
}

/** Of the points of a series, in pixels of the canvas. */
function placesOf(plot: uPlot, s: number, from: number, to: number) {
  const [xs, ys] = [plot.data[0], plot.data[s]]
  const places: { readonly x: number; readonly y: number }[] = []
  for (let i = from; i <= to; i++) {
    const [x, y] = [xs?.[i], ys?.[i]]
    if (x === undefined || y === undefined || y === null) continue
    places.push({ x: plot.valToPos(x, 'x', true), y: plot.valToPos(y, 'y', true) })
  }
  return places
}

function drawLevels(plot: uPlot, { levels }: PlotModel, colours: Colours): void {
  const { ctx, bbox } = plot
  const ratio = uPlot.pxRatio
  ctx.save()
  ctx.strokeStyle = colours('--text')
  ctx.lineWidth = ratio
  ctx.setLineDash([6 * ratio, 4 * ratio])
  for (const { y } of levels) {
    const at = Math.round(plot.valToPos(y, 'y', true))
    ctx.beginPath()
    ctx.moveTo(bbox.left, at)
    ctx.lineTo(bbox.left + bbox.width, at)
    ctx.stroke()
  }
  ctx.restore()
}
