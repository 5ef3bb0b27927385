import { useId, useState } from 'react'
import { useWords } from '../../words/words.js'
import styles from './SizeField.module.css'

/** What nodes accept, less what is of no use here: one decoy of 1 MB is plenty. */
export const MAX_DECOY = 1_000_000

interface Props {
  readonly label: string
  readonly value: number | undefined
  readonly most: number
  readonly unit: string
  readonly least?: number
  /** Undefined: what is written is no such number. */
  readonly onChange: (value: number | undefined) => void
}

export function SizeField({ label, value, most, unit, least = 0, onChange }: Props) {
  const TEXT = useWords().footer.actions
  const [text, setText] = useState(value === undefined ? '' : String(value))
  const hint = useId()
  const wrong = value === undefined
  const read = (written: string) => {
    setText(written)
    const n = Number(written)
    onChange(/^\d+$/.test(written.trim()) && n >= least && n <= most ? n : undefined)
  }
  return (
    <label className={styles.field} title={label}>
      <input
        value={text}
        size={5}
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        onChange={({ target }) => read(target.value)}
      />
      <span aria-hidden translate="no">
        {unit}
      </span>
      {wrong && (
        <span id={hint} role="status" className={styles.hint}>
          {TEXT.allowed(least, most, unit)}
        </span>
      )}
    </label>
  )
}
