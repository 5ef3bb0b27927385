import { RECORDING_LEVELS, type RecordingLevel } from '@v2scope/recording'
import { TriangleAlert } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { useView } from '../session-hooks.js'
import styles from './LevelChoice.module.css'

interface Props {
  readonly level: RecordingLevel
  /** Of a recording: what it holds itself. */
  readonly most: RecordingLevel | undefined
  readonly onChange: (level: RecordingLevel) => void
}

/** The three levels, each in a sentence; secrets with a warning. */
export function LevelChoice({ level, most = 'secrets', onChange }: Props) {
  const TEXT = useWords().recording.levels
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
