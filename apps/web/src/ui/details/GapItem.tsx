import { useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import styles from './FieldTree.module.css'
import type { Gap } from './gaps.js'

const ITEM = '[role="treeitem"]'

interface Props {
  readonly gap: Gap
  readonly level: number
  readonly onAsk: () => void
}

/** Parts that have not been asked for. */
export function GapItem({ gap, level, onAsk }: Props) {
  const TEXT = useWords().details.tree
  const item = useRef<HTMLDivElement>(null)
  const { from, to, side, portion } = gap
  const place = `${from}-${to}`
  const [asked, setAsked] = useState<string | undefined>(undefined)
  const ask = () => {
    if (asked === place) return
    setAsked(place)
    // this item may go when they come: the focus stays beside it
    if (document.activeElement === item.current) {
      const items = item.current?.closest('[role="tree"]')?.querySelectorAll(ITEM)
      const at = [...(items ?? [])].findIndex((one) => one.matches(':focus'))
      const beside = items?.[side === 'after' ? at - 1 : at + 1]
      if (beside instanceof HTMLElement) beside.focus()
    }
    onAsk()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      ref={item}
      role="treeitem"
      aria-level={level}
      aria-selected={false}
      aria-disabled={asked === place}
      tabIndex={-1}
      className={styles.more}
      data-testid="more-parts"
      onClick={ask}
    >
      {TEXT[side](to - from, portion)}
    </div>
  )
}
