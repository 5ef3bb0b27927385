import { useWords } from '../../words/words.js'
import type { Rows } from '../packets/row-index.js'
import type { Window } from '../packets/windower.js'
import { LadderItem } from './LadderItem.js'
import styles from './LadderTail.module.css'
import { Milestone } from './Milestone.js'

interface Props {
  readonly rows: Rows
  readonly window: Window
  readonly selected: number | undefined
  readonly onOpen: (seq: number) => void
}

/** What came after the handshake: rows of one height, of which those in sight are drawn. */
export function LadderTail({ rows, window, selected, onOpen }: Props) {
  const words = useWords().ladder.milestones
  return (
    <>
      <div role="presentation" style={{ height: window.above }} />
      {Array.from({ length: window.end - window.start }, (_, i) => {
        const entry = rows.at(window.start + i)
        if (entry === undefined) return null
        if (entry.type === 'rekey') {
          const { seq, of, epoch } = entry.event
          return (
            <div key={`k${seq}`} role="presentation" className={styles.row}>
              <Milestone>{words.rekeyed(of, epoch)}</Milestone>
            </div>
          )
        }
        return (
          <div key={entry.item.seq} role="presentation" className={styles.row}>
            <LadderItem
              item={entry.item}
              explained={false}
              selected={entry.item.seq === selected}
              animated={false}
              onOpen={onOpen}
            />
          </div>
        )
      })}
      <div role="presentation" style={{ height: window.below }} />
    </>
  )
}
