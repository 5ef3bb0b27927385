import { BURST_CLASSES, type Guessing, type TrafficStudy } from '@v2scope/eavesdropper'
import { useState } from 'react'
import type { EavesdropperWords, TrafficWords } from '../../../words/eavesdropper.js'
import { count, percent } from '../../parts/format.js'
import { Scroller } from '../../parts/Scroller.js'
import { Copies } from '../../plots/DataTable.js'
import type { Table } from '../../plots/table-text.js'
import { Choice } from '../../setup/Field.js'
import styles from './Confusion.module.css'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly result: TrafficStudy
}

/** In the list of what shapes: no point has this index. */
const PLAIN = 'plain'

/** What was taken for what, with nothing shaped or with a strategy. */
export function Confusion({ TEXT, result }: Props) {
  const { confusion: words, strategies } = TEXT.traffic
  const [chosen, choose] = useState(PLAIN)
  const point = result.points[Number(chosen)]
  const guessing: Guessing = point ?? result.plain
  const options = [
    { value: PLAIN, label: words.plain },
    ...result.points.map(({ shaping }, i) => ({
      value: String(i),
      label: `${strategies.names[shaping.strategy]}: ${strategies.setting(shaping)}`,
    })),
  ]
  return (
    <section className={styles.confusion} aria-label={words.title} data-testid="confusion">
      <h3>{words.title}</h3>
      <p>{words.intro}</p>
      <div className={styles.choice}>
        <Choice
          label={words.of}
          value={point ? chosen : PLAIN}
          options={options}
          onChange={choose}
        />
        <span>
          {TEXT.traffic.accuracy(percent(guessing.accuracy, 1), (guessing.margin * 100).toFixed(1))}
        </span>
      </div>
      <Scroller label={words.title} className={styles.scroller}>
        <Matrix words={words} confusion={guessing.confusion} />
      </Scroller>
      <Copies table={tableOf(words, guessing)} />
    </section>
  )
}

interface MatrixProps {
  readonly words: TrafficWords['confusion']
  readonly confusion: Guessing['confusion']
}

function Matrix({ words, confusion }: MatrixProps) {
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">{words.corner}</th>
          {BURST_CLASSES.map((name) => (
            <th key={name} scope="col">
              {words.guessed(name)}
            </th>
          ))}
          <th scope="col">{words.total}</th>
        </tr>
      </thead>
      <tbody>
        {BURST_CLASSES.map((name, i) => {
          const row = confusion[i] ?? []
          const all = row.reduce((sum, n) => sum + n, 0)
          return (
            <tr key={name}>
              <th scope="row" translate="no">
                {name}
              </th>
              {BURST_CLASSES.map((guess, j) => (
                <Cell key={guess} n={row[j] ?? 0} all={all} isRight={i === j} words={words} />
              ))}
              <td>{count(all)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly n: number
  readonly all: number
  readonly isRight: boolean
  readonly words: TrafficWords['confusion']
}

/** As strong as its share of the row. */
function Cell({ n, all, isRight, words }: CellProps) {
  const strength = all === 0 ? 0 : Math.round((n / all) * 40)
  const colour = isRight ? '--ok' : '--bad'
  return (
    <td
      className={isRight ? styles.right : undefined}
      title={isRight ? words.right : undefined}
      style={{ background: `color-mix(in srgb, var(${colour}) ${strength}%, transparent)` }}
    >
      {n === 0 ? '0' : words.cell(n, percent(n, all))}
    </td>
  )
}

function tableOf(words: TrafficWords['confusion'], { confusion }: Guessing): Table {
  return {
    name: words.title,
    columns: [words.corner, ...BURST_CLASSES.map((name) => words.guessed(name))],
    rows: confusion.map((row, i) => [BURST_CLASSES[i] ?? '', ...row]),
  }
}
