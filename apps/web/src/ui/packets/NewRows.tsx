import { ArrowDown } from 'lucide-react'
import { useWords } from '../../words/words.js'
import styles from './NewRows.module.css'

interface Props {
  /** Rows that came since the reader scrolled away. */
  readonly fresh?: number
  /** Rows further down, whenever they came. */
  readonly below?: number
  readonly onClick: () => void
}

/** Leads back to the tail, and says how much is there: below a list, where it covers nothing. */
export function NewRows({ fresh = 0, below = 0, onClick }: Props) {
  const words = useWords().packets
  return (
    <div className={styles.foot}>
      <button type="button" className={styles.pill} onClick={onClick} data-testid="new-rows">
        <ArrowDown size={13} aria-hidden />
        {fresh > 0 ? words.fresh(fresh) : below > 0 ? words.below(below) : words.tail}
      </button>
    </div>
  )
}
