import { RECORDING_LEVELS, type RecordingLevel } from '@v2scope/recording'
import { TriangleAlert } from 'lucide-react'
import { useView } from '../session-hooks.js'
import styles from './LevelChoice.module.css'

const TEXT = {
  legend: 'What is kept',
  names: {
    wire: 'The wire',
    decrypted: 'The wire and what was decrypted',
    secrets: 'Everything, with secrets',
  },
  said: {
    wire: 'What anybody on the path sees, the two keys and bytes that cannot be read, and how far the session came.',
    decrypted: 'Every packet with its contents, but no key that could open or forge one.',
    secrets:
      'The private key and all that follows from it too, so that every value can be computed again.',
  },
  clear: 'This session is not encrypted: what anybody on the path sees is everything.',
  missing: 'Not in this recording: what was left out cannot be put back.',
  warning:
    'Whoever has this file can read the whole session and, while it lasts, take it over in your name. Only give it to those who may.',
} satisfies { readonly [name: string]: string | Readonly<Record<RecordingLevel, string>> }

interface Props {
  readonly level: RecordingLevel
  /** Of a recording: what it holds itself. */
  readonly most: RecordingLevel | undefined
  readonly onChange: (level: RecordingLevel) => void
}

/** The three levels, each in a sentence; secrets with a warning. */
export function LevelChoice({ level, most = 'secrets', onChange }: Props) {
  const v1 = useView(({ status }) => status.transport === 'v1')
  const isMissing = (one: RecordingLevel) =>
    RECORDING_LEVELS.indexOf(one) > RECORDING_LEVELS.indexOf(most)
  return (
    <fieldset className={styles.levels}>
      <legend>{TEXT.legend}</legend>
      {RECORDING_LEVELS.map((one) => (
        <label key={one} className={styles.level}>
          <input
            type="radio"
            name="level"
            checked={one === level}
            disabled={isMissing(one)}
            onChange={() => onChange(one)}
            data-testid={`save-level-${one}`}
          />
          <b>{TEXT.names[one]}</b>
          <span className={styles.said}>{isMissing(one) ? TEXT.missing : TEXT.said[one]}</span>
        </label>
      ))}
      {v1 && <p className={styles.said}>{TEXT.clear}</p>}
      <div role="status">
        {level === 'secrets' && (
          <p className={styles.warning} data-testid="save-warning">
            <TriangleAlert size={16} aria-hidden />
            {TEXT.warning}
          </p>
        )}
      </div>
    </fieldset>
  )
}
