import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { join } from '../parts/join.js'
import styles from './Field.module.css'

const UNTRANSLATED = { translate: 'no' } as const

export interface Option {
  readonly value: string
  readonly label: string
  /** A name that is the same in every language. */
  readonly isName?: boolean
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  /** Options of another kind, below the others, under a name. */
  readonly group?: { readonly name: string; readonly options: readonly Option[] }
  /** Why there is nothing to choose. */
  readonly fixed?: string | undefined
  readonly onChange: (value: string) => void
}

export function Choice({ label, value, options, group, fixed, onChange }: ChoiceProps) {
  if (fixed !== undefined) {
    const chosen = options.find((option) => option.value === value)
    return (
      <span className={join(styles.field, styles.fixed)} title={fixed}>
        <span className={styles.label}>{label}</span>
        <b {...(chosen?.isName && UNTRANSLATED)}>{chosen?.label}</b>
      </span>
    )
  }
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <Options options={options} />
        {group && (
          <optgroup label={group.name}>
            <Options options={group.options} />
          </optgroup>
        )}
      </select>
      <ChevronDown size={14} className={styles.chevron} aria-hidden />
    </label>
  )
}

function Options({ options }: Pick<ChoiceProps, 'options'>) {
  return options.map(({ value, label, isName }) => (
    <option key={value} value={value} {...(isName && UNTRANSLATED)}>
      {label}
    </option>
  ))
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
  /** Whether what is written may be long. */
  readonly wide?: boolean
  readonly testId?: string
  /** Why nothing can be written. */
  readonly fixed?: string | undefined
  readonly onChange: (value: string) => void
  /** What helps to fill it. */
  readonly children?: ReactNode
}

export function Field(props: FieldProps) {
  const { label, value, hint, wrong, width, placeholder, numeric = false, onChange } = props
  if (props.fixed !== undefined) {
    return (
      <span className={join(styles.field, styles.fixed)} title={props.fixed}>
        <span className={styles.label}>{label}</span>
        <b data-testid={props.testId}>{value === '' ? placeholder : value}</b>
      </span>
    )
  }
  const field = (
    <label className={join(styles.field, wrong && styles.wrong)} title={hint}>
      <span className={styles.label}>{label}</span>
      <input
        value={value}
        placeholder={placeholder}
        size={width}
        className={props.wide ? styles.wide : undefined}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        data-testid={props.testId}
        onChange={({ target }) => onChange(target.value)}
      />
      {wrong && <span className={styles.hint}>{hint}</span>}
    </label>
  )
  if (props.children === undefined) return field
  return (
    <span className={styles.joined}>
      {field}
      {props.children}
    </span>
  )
}
