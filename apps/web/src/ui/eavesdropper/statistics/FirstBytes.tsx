import { type KeyBytes, type FirstBytes as Result, STUDY_KEYS } from '@v2scope/eavesdropper'
import { useMemo } from 'react'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { count, hexOfByte, toHexText } from '../../parts/format.js'
import { Hex } from '../../parts/Hex.js'
import { Pane } from '../../parts/Pane.js'
import { Scroller } from '../../parts/Scroller.js'
import { Plot } from '../../plots/Plot.js'
import type { PlotModel, PlotSeries } from '../../plots/plot-model.js'
import { StudyBar } from '../study/StudyBar.js'
import { useStudy } from '../study/use-study.js'
import styles from './FirstBytes.module.css'
import { probability } from './test-row.js'

interface Props {
  readonly TEXT: EavesdropperWords
}

const KINDS = ['ellswift', 'compressed'] as const

/** What a censor would look for first: whether the first bytes give a key away. */
export function FirstBytes({ TEXT }: Props) {
  const words = TEXT.firstBytes
  const study = useStudy('first bytes', (seed) => ({
    study: 'first bytes',
    seed,
    keys: STUDY_KEYS,
  }))
  const result = study.view?.result
  return (
    <Pane title={words.title(STUDY_KEYS)} className={styles.pane}>
      <div className={styles.body} data-testid="first-bytes">
        <p className={styles.text}>{words.intro}</p>
        <StudyBar TEXT={TEXT} study={study} />
        {result && <Found TEXT={TEXT} result={result} />}
      </div>
    </Pane>
  )
}

function Found({ TEXT, result }: Props & { readonly result: Result }) {
  const words = TEXT.firstBytes
  const model = useMemo(() => modelOf(TEXT, result), [TEXT, result])
  return (
    <div className={styles.found}>
      <div className={styles.column}>
        <Numbers TEXT={TEXT} result={result} />
        <dl className={styles.examples}>
          {KINDS.map((kind) => (
            <div key={kind}>
              <dt>{words.example(words.kinds[kind])}</dt>
              <dd>
                <Hex hex={toHexText(result[kind].example)} />
              </dd>
            </div>
          ))}
        </dl>
        <p className={styles.text}>{words.reading(result)}</p>
        <p className={styles.cannot}>{words.cannot}</p>
      </div>
      <Plot
        model={model}
        label={words.plot.label}
        height={260}
        table={() => ({
          name: words.plot.label,
          untranslated: [0],
          columns: [words.plot.x, ...KINDS.map((kind) => words.kinds[kind])],
          rows: Array.from({ length: 256 }, (_, byte) => [
            `0x${hexOfByte(byte)}`,
            ...KINDS.map((kind) => result[kind].firstBytes[byte] ?? 0),
          ]),
        })}
        words={TEXT.plot}
        testId="plot-first-bytes"
      />
    </div>
  )
}

function Numbers({ TEXT, result }: Props & { readonly result: Result }) {
  const { columns, kinds, distinct, onCurve } = TEXT.firstBytes
  const { p } = TEXT.statistics.values
  const rows: readonly [string, (of: KeyBytes) => string][] = [
    [columns.length, ({ length }) => TEXT.statistics.sample(length)],
    [columns.distinct, ({ firstBytes }) => distinct(firstBytes.filter((n) => n > 0).length)],
    [columns.first, ({ first }) => `${count(first.value)}, ${p(probability(first.p))}`],
    [columns.all, ({ all }) => `${count(all.value)}, ${p(probability(all.p))}`],
    [columns.onCurve, (of) => onCurve(of.onCurve, result.keys)],
  ]
  return (
    <Scroller label={TEXT.firstBytes.title(result.keys)} className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, text]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {KINDS.map((kind) => (
                <td key={kind}>{text(result[kind])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function modelOf({ firstBytes: words }: EavesdropperWords, result: Result): PlotModel {
  const { plot, kinds } = words
  const series = (kind: 'ellswift' | 'compressed', look: Partial<PlotSeries>): PlotSeries => ({
    name: kinds[kind],
    colour: '--f-key',
    draws: 'points',
    shape: 'circle',
    points: Array.from(result[kind].firstBytes, (y, x) => ({ x, y })).filter(({ y }) => y > 0),
    ...look,
  })
  return {
    x: {
      label: plot.x,
      scale: 'linear',
      min: -1,
      max: 256,
      ticks: [0x00, 0x20, 0x40, 0x60, 0x80, 0xa0, 0xc0, 0xe0, 0xff],
      text: (byte) => `0x${hexOfByte(byte)}`,
    },
    y: {
      label: plot.y,
      scale: 'log',
      min: 0.5,
      max: result.keys,
      ticks: [1, 10, 100, 1000],
      text: count,
    },
    series: [
      series('compressed', { colour: '--f-tag', draws: 'bars', shape: 'square' }),
      series('ellswift', {}),
    ],
    levels: [{ y: result.keys / 256, label: plot.level }],
    describe: ({ name }, { x, y }) => plot.point(name, `0x${hexOfByte(x)}`, y),
  }
}
