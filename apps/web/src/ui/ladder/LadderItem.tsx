import { memo } from 'react'
import type { WireItem } from '../../session/item.js'
import { useWords } from '../../words/words.js'
import { ItemLabel } from '../details/ItemLabel.js'
import { asTerm, termOfKind } from '../glossary/terms.js'
import { hexGroups } from '../parts/format.js'
import { join } from '../parts/join.js'
import { noteOf } from './handshake.js'
import styles from './LadderItem.module.css'

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

export const lookOf = (kind: WireItem['kind']): string | undefined => LOOK[kind]

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
  const TEXT = useWords().ladder
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
      translate="no"
      data-testid="ladder-item"
      data-kind={item.kind}
      data-direction={item.direction}
    >
      <span className={styles.arrow} translate="yes">
        <span className={styles.hidden}>{TEXT.ways[item.direction]}: </span>
        <b {...asTerm(termOfKind(item.kind))}>
          <ItemLabel item={item} />
        </b>
        <span className={styles.preview} translate="no">
          {first}
          {rest.length > 0 && <span className={styles.second}> {rest.join(' ')}</span>}
        </span>
        <span className={styles.size}>{TEXT.size(item.wireBytes)}</span>
      </span>
      {note !== undefined && <small translate="yes">{note}</small>}
    </div>
  )
})
