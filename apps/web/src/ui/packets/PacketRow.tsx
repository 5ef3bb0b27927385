// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row
import { memo } from 'react'
import type { WireItem } from '../../session/item.js'
import { useWords } from '../../words/words.js'
import { count, seconds } from '../parts/format.js'
import { join } from '../parts/join.js'
import type { Mark } from './colour-rules.js'
import marks from './marks.module.css'
import styles from './PacketRow.module.css'

interface Props {
  readonly item: WireItem
  readonly row: number
  readonly selected: boolean
  /** Of the first colour rule that is for it. */
  readonly mark: Mark | undefined
  readonly onOpen: (seq: number) => void
}

/** One line of the list; `rowId` is what the grid names as its active one. */
export const PacketRow = memo(function PacketRow({ item, row, selected, mark, onOpen }: Props) {
  const words = useWords().packets
  const sent = item.direction === 'sent'
  const decoy = item.kind === 'decoy'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <div
      role="row"
      id={rowId(item.seq)}
      aria-rowindex={row + 2}
      aria-selected={selected}
      className={join(
        styles.row,
        decoy && styles.decoy,
        mark && join(styles.marked, marks[mark.colour]),
        selected && styles.selected,
      )}
      onClick={() => onOpen(item.seq)}
      data-testid="packet-row"
      data-kind={item.kind}
      data-direction={item.direction}
    >
      <span role="gridcell" className={sent ? styles.sent : styles.received}>
        {mark && (
          <b className={styles.mark} translate="no" title={words.colours.rule(mark.letter)}>
            {mark.letter}
          </b>
        )}
        <WayArrow sent={sent} label={sent ? words.sent : words.received} />
      </span>
      <span role="gridcell">{item.number === undefined ? '' : count(item.number)}</span>
      <span role="gridcell">{seconds(item.time)}</span>
      <span role="gridcell" className={styles.type} title={item.summary} translate="no">
        <TypeName item={item} />
        {item.summary !== undefined && item.summary !== '' && <i>{item.summary}</i>}
      </span>
      <span role="gridcell">{count(item.wireBytes)}</span>
      <span role="gridcell">
        {item.contentsBytes === undefined ? '' : count(item.contentsBytes)}
      </span>
      <span role="gridcell">{item.epoch === undefined ? '' : count(item.epoch)}</span>
    </div>
  )
})

/** As lucide draws it; one element for both ways, so that a row that is drawn anew keeps it. */
function WayArrow({ sent, label }: { readonly sent: boolean; readonly label: string }) {
  return (
    <svg
      width={13}
      height={13}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      role="img"
      aria-label={label}
    >
      <path d={sent ? 'M5 12h14M12 5l7 7-7 7' : 'M19 12H5M12 19l-7-7 7-7'} />
    </svg>
  )
}

function TypeName({ item: { kind, label } }: Pick<Props, 'item'>) {
  const { kinds } = useWords().packets
  if (kind === 'message' || kind === 'v1 message') return <b>{label}</b>
  return <b translate="yes">{kinds[kind]}</b>
}

export const rowId = (seq: number): string => `packet-${seq}`
