import { ChevronDown } from 'lucide-react'
import { join } from '../parts/join.js'
import styles from './Field.module.css'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Why there is nothing to choose. */
  readonly fixed?: string | undefined
  readonly onChange: (value: string) => void
}

export function Choice({ label, value, options, fixed, onChange }: ChoiceProps) {
  if (fixed !== undefined) {
    return (
      <span className={join(styles.field, styles.fixed)} title={fixed}>
        <span className={styles.label}>{label}</span>
        <b>{options.find((option) => option.value === value)?.label}</b>
      </span>
    )
  }
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className={styles.chevron} aria-hidden />
    </label>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly hint: string
  readonly wrong: boolean
  /** In characters. */
  readonly width: number
  readonly placeholder?: string
  readonly numeric?: boolean
  /** Why nothing can be written. */
  readonly fixed?: string | undefined
  readonly onChange: (value: string) => void
}

export function Field(props: FieldProps) {
  const { label, value, hint, wrong, width, placeholder, numeric = false, onChange } = props
  if (props.fixed !== undefined) {
    return (
      <span className={join(styles.field, styles.fixed)} title={props.fixed}>
        <span className={styles.label}>{label}</span>
        <b>{value === '' ? placeholder : value}</b>
      </span>
    )
  }
  return (
    <label className={join(styles.field, wrong && styles.wrong)} title={hint}>
      <span className={styles.label}>{label}</span>
      <input
        value={value}
        placeholder={placeholder}
        size={width}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        onChange={({ target }) => onChange(target.value)}
      />
      {wrong && <span className={styles.hint}>{hint}</span>}
    </label>
  )
}
