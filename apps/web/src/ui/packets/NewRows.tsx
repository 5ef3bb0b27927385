import { ArrowDown } from 'lucide-react'
import { count } from '../parts/format.js'
import styles from './NewRows.module.css'

const TEXT = {
  fresh: (n: number) => `${count(n)} new`,
  below: (n: number) => `${count(n)} more below`,
  tail: 'to the end',
}

interface Props {
  /** Rows that came since the reader scrolled away. */
  readonly fresh?: number
  /** Rows further down, whenever they came. */
  readonly below?: number
  readonly onClick: () => void
}

/** Leads back to the tail, and says how much is there: below a list, where it covers nothing. */
export function NewRows({ fresh = 0, below = 0, onClick }: Props) {
  return (
    <div className={styles.foot}>
      <button type="button" className={styles.pill} onClick={onClick}>
        <ArrowDown size={13} aria-hidden />
        {fresh > 0 ? TEXT.fresh(fresh) : below > 0 ? TEXT.below(below) : TEXT.tail}
      </button>
    </div>
  )
}
