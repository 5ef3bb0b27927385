/** Accuracy against overhead, a series for each strategy. */

import type { ShapingPoint, TrafficStudy } from '@v2scope/eavesdropper'
import type { Strategy, TrafficWords } from '../../../words/eavesdropper.js'
import { count, percent } from '../../parts/format.js'
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
  const series = [plainSeries(result, strategies.plain), ...seriesOf(result, strategies)]
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
    y: { label: strategies.y, scale: 'linear', min: 0, max: 100, text: (value) => `${value} %` },
    series,
    levels: [
      {
        y: result.corpus.chance * 100,
        label: `${chanceShort}: ${percent(result.corpus.chance, 1)} %`,
      },
    ],
    describe: ({ name }, { x, y, label = '' }) =>
      strategies.point(name, label, y.toFixed(1), count(x)),
  }
}

const plainSeries = ({ plain }: TrafficStudy, name: string): PlotSeries => ({
  name,
  ...PLAIN,
  draws: 'points',
  points: [{ x: 0, y: plain.accuracy * 100 }],
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
): PlotPoint => ({ x: overhead * 100, y: accuracy * 100, label: setting(shaping) })
