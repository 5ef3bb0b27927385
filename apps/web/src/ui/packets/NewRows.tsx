import { ArrowDown } from 'lucide-react'
import { count } from '../parts/format.js'
import styles from './NewRows.module.css'

const TEXT = { fresh: (n: number) => `${count(n)} new`, tail: 'to the end' }

/** Leads back to the tail, and says how much has come there. */
export function NewRows({
  unseen,
  onClick,
}: {
  readonly unseen: number
  readonly onClick: () => void
}) {
  return (
    <button type="button" className={styles.pill} onClick={onClick}>
      <ArrowDown size={13} aria-hidden />
      {unseen > 0 ? TEXT.fresh(unseen) : TEXT.tail}
    </button>
  )
}
