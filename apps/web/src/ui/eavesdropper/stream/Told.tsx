import type { TellingSpan } from '@v2scope/eavesdropper'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { nameOf } from '../../parts/format.js'
import { join } from '../../parts/join.js'
import marks from './marks.module.css'
import styles from './Told.module.css'

const TELLING = ['magic', 'command', 'length', 'address', 'text', 'hash'] as const

/** A letter for each, so that colour is not all. */
const LETTERS: Readonly<Record<TellingSpan['what'], string>> = {
  magic: 'M',
  command: 'C',
  length: 'L',
  address: 'A',
  text: 'T',
  hash: 'H',
}

interface ToldProps {
  readonly spans: readonly TellingSpan[]
  readonly TEXT: EavesdropperWords
}

/** In words, what jumps out of a row. */
export function Told({ spans, TEXT }: ToldProps) {
  const { stream } = TEXT
  if (spans.length === 0) return <p className={styles.nothing}>{stream.nothing}</p>
  return (
    <ul className={styles.told}>
      {spans.map(({ what, start, text }) => (
        <li key={start} className={styles.item}>
          <Letter what={what} />
          <span className={styles.hidden}>{stream.marks[what]}: </span>
          {text === undefined ? stream.hash : <span translate="no">{nameOf(text)}</span>}
        </li>
      ))}
    </ul>
  )
}

function Letter({ what }: Pick<TellingSpan, 'what'>) {
  return (
    <b className={join(styles.letter, marks[what])} translate="no" aria-hidden>
      {LETTERS[what]}
    </b>
  )
}

/** What each mark stands for. */
export function TellingLegend({ TEXT }: Pick<ToldProps, 'TEXT'>) {
  const { stream } = TEXT
  return (
    <ul className={styles.legend} aria-label={stream.legend}>
      {TELLING.map((what) => (
        <li key={what} title={stream.marksWhy[what]}>
          <Letter what={what} /> <span className={marks[what]}>{stream.marks[what]}</span>{' '}
          <small>{stream.marksWhy[what]}</small>
        </li>
      ))}
    </ul>
  )
}
