import { useId } from 'react'
import { useWords } from '../../words/words.js'
import { PLACES } from './compose.js'
import { useProblem } from './form-context.js'
import styles from './HexField.module.css'
import { readHex } from './hex-text.js'

const ROWS = 3

interface Props {
  readonly label: string
  /** Undefined: there is none yet. */
  readonly value: string | undefined
  readonly note?: string | undefined
  readonly onChange: (hex: string) => void
}

/** Bytes in hex, as many as one likes: contents or a payload. */
export function HexField({ label, value, note, onChange }: Props) {
  const { composer, parts } = useWords()
  const TEXT = composer.fields
  const id = useId()
  const problem = useProblem(PLACES.hex)
  const reading = value === undefined ? undefined : readHex(value)
  return (
    <div className={styles.hex}>
      <label htmlFor={id}>{label}</label>
      {reading?.ok && <small className={styles.size}>{parts.bytes(reading.bytes.length)}</small>}
      <textarea
        id={id}
        rows={ROWS}
        value={value ?? ''}
        placeholder={value === undefined ? TEXT.notYet : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-note`}
        data-testid="composer-hex"
        onChange={({ target }) => onChange(target.value)}
      />
      <small id={`${id}-note`} className={problem === undefined ? styles.note : styles.problem}>
        {problem ?? note ?? TEXT.hexNote}
      </small>
    </div>
  )
}
