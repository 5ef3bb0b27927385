import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { count } from '../../parts/format.js'
import type { StreamOf } from './Statistics.js'
import styles from './Telling.module.css'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly streams: readonly StreamOf[]
}

const FOUND = [
  ['magics', 'magics'],
  ['commands', 'commands'],
  ['textBytes', 'text'],
] as const

/** What is found by searching alone. */
export function Telling({ TEXT, streams }: Props) {
  const words = TEXT.statistics.telling
  return (
    <section className={styles.telling} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.intro}</p>
      <table className={styles.table} data-testid="telling">
        <thead>
          <tr>
            <td />
            {streams.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FOUND.map(([what, name]) => (
            <tr key={what}>
              <th scope="row">{words[name]}</th>
              {streams.map(({ name: stream, of }) => (
                <td key={stream}>{of ? count(of.telling[what]) : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
