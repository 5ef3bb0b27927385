import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { WireItem } from '../../session/item.js'
import { useWords } from '../../words/words.js'
import { useSelect } from '../use-select.js'
import { ItemLabel } from './ItemLabel.js'
import styles from './Links.module.css'

interface Props {
  readonly item: WireItem
  /** Called once it is selected. */
  readonly onOpen?: (() => void) | undefined
}

/** An item by its number in the list; selects it. */
export function ItemLink({ item, onOpen }: Props) {
  const TEXT = useWords().details
  const select = useSelect()
  const sent = item.direction === 'sent'
  const Arrow = sent ? ArrowRight : ArrowLeft
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        select(item.seq, true)
        onOpen?.()
      }}
    >
      <Arrow
        size={13}
        strokeWidth={2.5}
        className={sent ? styles.sent : styles.received}
        aria-label={sent ? TEXT.sent : TEXT.received}
      />
      {item.number !== undefined && TEXT.links.number(item.number)} <ItemLabel item={item} />
    </button>
  )
}
