import { ArrowLeft, ArrowRight, Equal, EqualNot } from 'lucide-react'
import { memo } from 'react'
import { type ComparedRow, type Difference, isDifferent } from '../../session/compare.js'
import type { WireItem } from '../../session/item.js'
import { useWords } from '../../words/words.js'
import { count, seconds } from '../parts/format.js'
import { join } from '../parts/join.js'
import styles from './CompareRow.module.css'
import type { SideName } from './use-sides.js'

interface Props {
  readonly row: ComparedRow
  readonly onOpen: (side: SideName, seq: number) => void
}

const NO_DIFFERENCES: readonly Difference[] = []

/** An item of each session beside the other's, and what differs between them. */
export const CompareRow = memo(function CompareRow({ row, onOpen }: Props) {
  const TEXT = useWords().compare.rows
  const different = isDifferent(row)
  const differences = row.on === 'both' ? row.differences : NO_DIFFERENCES
  const item = (side: SideName, shown: WireItem | undefined) =>
    shown ? (
      <Item {...{ side, item: shown, differences, onOpen }} />
    ) : (
      <p className={join(styles.missing, styles[side])}>{TEXT.missing[side]}</p>
    )
  return (
    <li
      className={join(styles.row, different && styles.different)}
      data-testid="compare-row"
      data-on={row.on}
      data-differs={different ? '' : undefined}
    >
      {item('left', row.on === 'right' ? undefined : row.left)}
      <Mark row={row} />
      {item('right', row.on === 'left' ? undefined : row.right)}
    </li>
  )
})

function Mark({ row }: Pick<Props, 'row'>) {
  const TEXT = useWords().compare
  const Sign = isDifferent(row) ? EqualNot : Equal
  return (
    <p className={styles.mark} data-testid="compare-mark">
      <Sign size={14} strokeWidth={2.5} aria-hidden />
      <span>{saidOf(row, TEXT)}</span>
      {row.on === 'both' && (
        <span className={styles.offset} title={TEXT.rows.laterWhy}>
          {TEXT.rows.later(offsetOf(row.left, row.right))}
        </span>
      )}
    </p>
  )
}

function saidOf(row: ComparedRow, { rows, same }: ReturnType<typeof useWords>['compare']): string {
  if (row.on !== 'both') return rows.only[row.on]
  if (row.differences.length === 0) return same
  return rows.list(row.differences.map((difference) => rows.differences[difference]))
}

function offsetOf(left: WireItem, right: WireItem): string {
  const offset = right.time - left.time
  return `${offset < 0 ? '−' : '+'}${seconds(Math.abs(offset))}`
}

interface ItemProps extends Pick<Props, 'onOpen'> {
  readonly side: SideName
  readonly item: WireItem
  readonly differences: readonly Difference[]
}

function Item({ side, item, differences, onOpen }: ItemProps) {
  const { compare, packets } = useWords()
  const sent = item.direction === 'sent'
  const Arrow = sent ? ArrowRight : ArrowLeft
  const differs = (difference: Difference) =>
    differences.includes(difference) ? styles.differing : undefined
  return (
    <button
      type="button"
      className={join(styles.item, styles[side], item.kind === 'decoy' && styles.decoy)}
      title={compare.rows.toSession}
      onClick={() => onOpen(side, item.seq)}
      data-testid={`compare-item-${side}`}
    >
      <span className={styles.side}>{compare.sides[side]}</span>
      <Arrow
        size={13}
        strokeWidth={2.5}
        className={sent ? styles.sent : styles.received}
        aria-label={sent ? packets.sent : packets.received}
      />
      <span className={styles.what}>
        <TypeName item={item} />
        {(item.aadBytes !== undefined || differences.includes('AAD')) && (
          <small className={differs('AAD')}>{compare.rows.aad(item.aadBytes ?? 0)}</small>
        )}
        {item.offset !== undefined && (
          <small className={differs('garbage')}>{compare.rows.garbage(item.offset)}</small>
        )}
        {item.epoch !== undefined && differences.includes('epoch') && (
          <small className={styles.differing}>{compare.rows.epoch(item.epoch)}</small>
        )}
        {item.summary !== undefined && item.summary !== '' && (
          <small className={join(styles.summary, differs('summary'))} translate="no">
            {item.summary}
          </small>
        )}
      </span>
      <span className={styles.time}>{seconds(item.time)}</span>
      <span className={join(styles.size, differs('size'))}>{count(item.wireBytes)}</span>
    </button>
  )
}

function TypeName({ item: { kind, label } }: Pick<ItemProps, 'item'>) {
  const { kinds } = useWords().packets
  if (kind === 'message' || kind === 'v1 message') return <b translate="no">{label}</b>
  return <b>{kinds[kind]}</b>
}
