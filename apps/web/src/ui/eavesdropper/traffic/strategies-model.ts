/** Accuracy against overhead, a series for each strategy. */

import type { ShapingPoint, TrafficStudy } from '@v2scope/eavesdropper'
import type { Shaping } from '@v2scope/lab'
import type { Strategy, TrafficWords } from '../../../words/eavesdropper.js'
import { count, interval, percent, size } from '../../parts/format.js'
import type { PlotModel, PlotPoint, PlotSeries } from '../../plots/plot-model.js'

type Look = Pick<PlotSeries, 'colour' | 'shape'>

/** A shape of its own for each: colour is not needed. */
const LOOKS: Readonly<Record<Strategy, Look>> = {
  'fixed rate': { colour: '--f-key', shape: 'circle' },
  poisson: { colour: '--f-term', shape: 'triangle' },
  'constant bit rate': { colour: '--f-type', shape: 'square' },
  mimic: { colour: '--f-len', shape: 'diamond' },
  'burst cover': { colour: '--f-tag', shape: 'inverted' },
  'handshake decoys': { colour: '--f-garb', shape: 'cross' },
}
const PLAIN: Look = { colour: '--text', shape: 'star' }

/** Per cent up to which the scale is about linear. */
const LINEAR_TO = 50
const TICKS = [0, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]

/** In the order in which they are first there. */
export const strategiesOf = ({ points }: TrafficStudy): readonly Strategy[] => [
  ...new Set(points.map(({ shaping }) => shaping.strategy)),
]

export function strategiesModel(result: TrafficStudy, words: TrafficWords): PlotModel {
  const { strategies, chanceShort } = words
  // over what lies in the same place
  const series = [...seriesOf(result, strategies), plainSeries(result, strategies.plain)]
  const most = Math.max(...result.points.map(({ overhead }) => overhead * 100), 100)
  return {
    x: {
      label: strategies.x,
      scale: { linearTo: LINEAR_TO },
      min: -LINEAR_TO / 5,
      max: most * 1.3,
      ticks: TICKS.filter((tick) => tick <= most * 1.3),
      text: (value) => `${count(value)} %`,
    },
    y: {
      label: strategies.y,
      scale: 'linear',
      min: 0,
      max: 106,
      ticks: [0, 20, 40, 60, 80, 100],
      text: (value) => `${value} %`,
    },
    series,
    levels: [
      {
        y: result.corpus.chance * 100,
        label: `${chanceShort}: ${percent(result.corpus.chance, 1)} %`,
      },
    ],
    describe: ({ name }, { x, y, note = '' }) =>
      strategies.point(name, note, y.toFixed(1), count(x)),
  }
}

const plainSeries = ({ plain }: TrafficStudy, name: string): PlotSeries => ({
  name,
  ...PLAIN,
  draws: 'line',
  points: [{ x: 0, y: plain.accuracy * 100, label: name }],
})

function seriesOf(result: TrafficStudy, words: TrafficWords['strategies']): PlotSeries[] {
  return strategiesOf(result).map((strategy) => ({
    name: words.names[strategy],
    ...LOOKS[strategy],
    draws: 'line',
    points: result.points
      .filter(({ shaping }) => shaping.strategy === strategy)
      .map((point) => pointOf(point, words))
      .sort((a, b) => a.x - b.x),
  }))
}

const pointOf = (
  { shaping, accuracy, overhead }: ShapingPoint,
  { setting }: TrafficWords['strategies'],
): PlotPoint => ({
  x: overhead * 100,
  y: accuracy * 100,
  label: shortSetting(shaping),
  note: setting(shaping),
})

const short = (bytes: number): string => size(bytes).replace('.0 ', ' ')

/** As short as it can be written beside a point, in every language. */
function shortSetting(shaping: Shaping): string {
  switch (shaping.strategy) {
    case 'fixed rate':
      return `${short(shaping.bytes)} / ${interval(shaping.everyMs)}`
    case 'poisson':
      return `${short(shaping.bytes)} / ~${interval(shaping.meanMs)}`
    case 'constant bit rate':
      return `${short(shaping.bytes)} / ${interval(shaping.tickMs)}`
    case 'mimic':
      return shaping.name
    case 'burst cover':
      return `≤ ${short(shaping.most)}`
    case 'handshake decoys':
      return `${shaping.count} × ≤ ${short(shaping.most)}`
  }
}
