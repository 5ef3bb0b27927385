import type { ReactNode } from 'react'
import type { TermId } from '../../words/glossary.js'
import styles from './Term.module.css'

interface Props {
  readonly id: TermId
  readonly children: ReactNode
}

/** A word that the glossary explains, where it stands in no control of its own. */
export function Term({ id, children }: Props) {
  return (
    <button type="button" className={styles.term} data-term={id}>
      {children}
    </button>
  )
}
