import { useMemo } from 'react'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { hexOfByte } from '../../parts/format.js'
import { Plot } from '../../plots/Plot.js'
import type { PlotModel, PlotPoint, PlotSeries } from '../../plots/plot-model.js'
import type { Table } from '../../plots/table-text.js'
import styles from './Histogram.module.css'
import type { StreamOf } from './Statistics.js'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly streams: readonly StreamOf[]
}

/** The lower end of the axis, in per cent: as low as any share, and no higher than this. */
const LOWEST = 0.1
const UNIFORM = 100 / 256
const VALUE_TICKS = [0x00, 0x20, 0x40, 0x60, 0x80, 0xa0, 0xc0, 0xe0, 0xff]

/** How often each byte value is there, of both streams. */
export function Histogram({ TEXT, streams }: Props) {
  const words = TEXT.statistics.histogram
  const model = useMemo(() => modelOf(TEXT, streams), [TEXT, streams])
  return (
    <section className={styles.histogram} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.intro}</p>
      <Plot
        model={model}
        label={words.label}
        height={280}
        table={() => tableOf(TEXT, streams)}
        words={TEXT.plot}
        testId="plot-histogram"
      />
    </section>
  )
}

const value = (byte: number): string => `0x${hexOfByte(byte)}`

function modelOf(TEXT: EavesdropperWords, streams: readonly StreamOf[]): PlotModel {
  const words = TEXT.statistics.histogram
  const isV1Alone = streams.length === 1
  // what is bars stands behind what is points
  const series = streams
    .map(({ name, of }, i): PlotSeries => {
      const isBars = isV1Alone || i === 1
      return {
        name,
        colour: isBars ? '--f-tag' : '--f-key',
        draws: isBars ? 'bars' : 'points',
        shape: 'circle',
        points: of ? sharesOf(of.counts, of.bytes) : [],
      }
    })
    .reverse()
  return {
    x: { label: words.x, scale: 'linear', min: -1, max: 256, ticks: VALUE_TICKS, text: value },
    y: {
      label: words.y,
      scale: 'log',
      min: decadeBelow(series),
      max: 100,
      ticks: [0.0001, 0.001, 0.01, 0.1, 1, 10, 100],
      text: (share) => `${share} %`,
    },
    series,
    levels: [{ y: UNIFORM, label: words.uniform }],
    describe: ({ name }, { x, y }) => words.point(name, value(x), y.toFixed(2)),
  }
}

const decadeBelow = (series: readonly PlotSeries[]): number => {
  const least = series.flatMap(({ points }) => points).reduce((a, { y }) => Math.min(a, y), LOWEST)
  return 10 ** Math.floor(Math.log10(least) + 1e-9)
}

/** In per cent; what is not there has no point. */
function sharesOf(counts: Uint32Array, bytes: number): PlotPoint[] {
  const points: PlotPoint[] = []
  counts.forEach((n, byte) => {
    if (n > 0) points.push({ x: byte, y: (n / bytes) * 100 })
  })
  return points
}

function tableOf({ statistics }: EavesdropperWords, streams: readonly StreamOf[]): Table {
  const words = statistics.histogram
  const there = streams.flatMap(({ name, of }) => (of ? [{ name, of }] : []))
  return {
    name: words.title,
    untranslated: [0],
    columns: words.columns(there.map(({ name }) => name)),
    rows: Array.from({ length: 256 }, (_, byte) => [
      value(byte),
      ...there.flatMap(({ of }) => {
        const n = of.counts[byte] ?? 0
        return [n, Number(((n / of.bytes) * 100).toFixed(3))]
      }),
    ]),
  }
}
