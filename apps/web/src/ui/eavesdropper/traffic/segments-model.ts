/** The segments of a session as a plot: ours upwards, the peer's downwards. */

import type { SegmentSample } from '@v2scope/eavesdropper'
import type { SegmentsWords } from '../../../words/eavesdropper.js'
import { count, size } from '../../parts/format.js'
import type { PlotModel, PlotPoint, PlotSeries } from '../../plots/plot-model.js'

/** Of one direction, that are drawn; of more than that the largest of their time. */
const MOST_DRAWN = 1500
/** Bytes up to which the scale is about linear. */
const LINEAR_TO = 20
const DECADES = [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

export function segmentsModel(segments: SegmentSample, words: SegmentsWords): PlotModel {
  const sent = pointsOf(segments, 1)
  const received = pointsOf(segments, 0)
  const [from, to] = [segments.times[0] ?? 0, segments.times.at(-1) ?? 0].map((ms) => ms / 1000)
  const [up, down] = [sent, received].map((points) =>
    points.reduce((most, { y }) => Math.max(most, Math.abs(y)), 100),
  )
  return {
    x: { label: words.x, scale: 'linear', ...around(from ?? 0, to ?? 0), text: seconds },
    y: {
      label: words.y,
      scale: { linearTo: LINEAR_TO },
      min: -2 * (down ?? 100),
      max: 2 * (up ?? 100),
      ticks: ticksWithin(down ?? 100, up ?? 100),
      text: (y) => size(Math.abs(y)),
    },
    series: [
      series(words.series.sent, '--you', 'triangle', sent),
      series(words.series.received, '--peer', 'inverted', received),
    ],
    levels: [],
    describe: ({ name }, { x, y }) => words.point(name, Math.abs(y), x.toFixed(3)),
  }
}

const series = (
  name: string,
  colour: PlotSeries['colour'],
  shape: PlotSeries['shape'],
  points: readonly PlotPoint[],
): PlotSeries => ({ name, colour, draws: 'sticks', shape, points })

/** A little room at both ends: the first and the last are whole. */
function around(from: number, to: number): { readonly min: number; readonly max: number } {
  const room = Math.max((to - from) * 0.02, 0.02)
  return { min: Math.max(from - room, -room), max: to + room }
}

const seconds = (x: number): string =>
  Number.isInteger(x) ? count(x) : String(Number(x.toFixed(3)))

function ticksWithin(down: number, up: number): number[] {
  const within = (most: number) => DECADES.filter((tick) => tick <= 2 * most)
  return [
    ...within(down)
      .map((tick) => -tick)
      .reverse(),
    0,
    ...within(up),
  ]
}

function pointsOf({ times, bytes, isSent }: SegmentSample, which: 0 | 1): PlotPoint[] {
  const sign = which === 1 ? 1 : -1
  const points: PlotPoint[] = []
  times.forEach((time, i) => {
    if (isSent[i] === which) points.push({ x: time / 1000, y: sign * (bytes[i] ?? 0) })
  })
  return points.length <= MOST_DRAWN ? points : largest(points)
}

/** Of each slice of the time the largest. */
function largest(points: readonly PlotPoint[]): PlotPoint[] {
  const [from, to] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0]
  const slices = new Map<number, PlotPoint>()
  for (const point of points) {
    const slice = Math.floor(((point.x - from) / Math.max(to - from, 1e-9)) * MOST_DRAWN)
    const other = slices.get(slice)
    if (!other || Math.abs(point.y) > Math.abs(other.y)) slices.set(slice, point)
  }
  return [...slices.values()]
}
