import type { ReactNode } from 'react'
import styles from './Fields.module.css'
import { useProblem } from './form-context.js'

export interface FieldLabels {
  readonly name: string
  readonly note: string
  /** Keys and numbers from the form down: `inventory.0.hash`. */
  readonly path: string
}

/** What ties a control to its label, its note and what is wrong with it. */
export function useControl({ path, note }: FieldLabels) {
  const id = `composer-${path}`
  const problem = useProblem(path)
  const describedBy = [note !== '' && `${id}-note`, problem !== undefined && `${id}-problem`]
  return {
    id,
    'data-testid': `field-${path}`,
    'aria-invalid': problem !== undefined,
    'aria-describedby': describedBy.filter((part) => part !== false).join(' ') || undefined,
    autoComplete: 'off',
    spellCheck: false,
  }
}

interface Props extends FieldLabels {
  /** What the value says to people. */
  readonly meaning?: ReactNode
  /** Beside the name. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One value: its name, its control, what it is, and what is wrong with it. */
export function FieldFrame({ name, note, path, meaning, aside, children }: Props) {
  return (
    <div className={styles.field}>
      <span className={styles.name}>
        <label htmlFor={`composer-${path}`} translate="no">
          {name}
        </label>
        {aside}
      </span>
      <div className={styles.control}>
        {children}
        {meaning !== undefined && <output className={styles.meaning}>{meaning}</output>}
      </div>
      <NoteAndProblem {...{ note, path }} />
    </div>
  )
}

export function NoteAndProblem({ note, path }: Omit<FieldLabels, 'name'>) {
  const problem = useProblem(path)
  const id = `composer-${path}`
  return (
    <>
      {note !== '' && (
        <small id={`${id}-note`} className={styles.note}>
          {note}
        </small>
      )}
      {problem !== undefined && (
        <small id={`${id}-problem`} className={styles.problem} data-testid={`problem-${path}`}>
          {problem}
        </small>
      )}
    </>
  )
}
