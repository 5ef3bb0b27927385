import { memo } from 'react'
import type { WireItem } from '../../session/contract.js'
import { asTerm, termOfKind } from '../glossary/terms.js'
import { count, hexGroups } from '../parts/format.js'
import { join } from '../parts/join.js'
import { labelOf, noteOf } from './handshake.js'
import styles from './LadderItem.module.css'

const TEXT = { sent: 'you to peer', received: 'peer to you', bytes: 'B' }

const LOOK: Readonly<Record<WireItem['kind'], string | undefined>> = {
  key: styles.key,
  garbage: styles.garbage,
  terminator: styles.terminator,
  decoy: styles.decoy,
  'version packet': styles.packet,
  message: styles.packet,
  rejected: styles.failed,
  'v1 message': styles.plain,
  'not understood': styles.failed,
  'unread bytes': styles.unread,
}

interface Props {
  readonly item: WireItem
  /** Handshake items say in words what they are for. */
  readonly explained: boolean
  readonly selected: boolean
  readonly animated: boolean
  readonly onOpen: (seq: number) => void
}

export const ladderId = (seq: number): string => `wire-${seq}`

/** One arrow between the lanes. */
export const LadderItem = memo(function LadderItem(props: Props) {
  const { item, explained, selected, animated, onOpen } = props
  const { preview = '' } = item
  const note = explained ? noteOf(item) : undefined
  const [first = '', ...rest] = hexGroups(preview)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names its active item
    <div
      role="option"
      id={ladderId(item.seq)}
      aria-selected={selected}
      className={join(
        styles.item,
        styles[item.direction],
        LOOK[item.kind],
        selected && styles.selected,
        animated && styles.animated,
      )}
      onClick={() => onOpen(item.seq)}
      title={[
        preview && hexGroups(preview).join(' ') + (item.wireBytes > 8 ? ' …' : ''),
        item.summary,
      ]
        .filter(Boolean)
        .join('\n')}
      data-testid="ladder-item"
      data-kind={item.kind}
      data-direction={item.direction}
    >
      <span className={styles.arrow}>
        <span className={styles.hidden}>{TEXT[item.direction]}: </span>
        <b {...asTerm(termOfKind(item.kind))}>{labelOf(item)}</b>
        <span className={styles.preview}>
          {first}
          {rest.length > 0 && <span className={styles.second}> {rest.join(' ')}</span>}
        </span>
        <span className={styles.size}>
          {count(item.wireBytes)} {TEXT.bytes}
        </span>
      </span>
      {note !== undefined && <small>{note}</small>}
    </div>
  )
})
