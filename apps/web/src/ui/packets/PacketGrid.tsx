// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { join } from '../parts/join.js'
import { useTouch } from '../parts/use-layout.js'
import { useView } from '../session-hooks.js'
import { useSelect } from '../use-select.js'
import { NewRows } from './NewRows.js'
import styles from './PacketGrid.module.css'
import { PacketRow, rowId } from './PacketRow.js'
import { RekeyRow } from './RekeyRow.js'
import type { Rows } from './row-index.js'
import { useGridKeys } from './use-grid-keys.js'
import { useTail } from './use-tail.js'
import { windowOf } from './windower.js'

const TEXT = {
  label: 'Packets',
  columns: ['', '#', 'time', 'type', 'wire', 'contents', 'epoch'],
  direction: 'direction',
}

/** Bytes on the wire from which the columns of sizes need more room. */
const BIG = 100_000
const ROW = 23
const ROW_TOUCH = 40
const HEADER = 28

interface Props {
  readonly rows: Rows
  /** `seq` of a row to begin at; else the list begins at its end, and follows it. */
  readonly beginAt: number | undefined
  /** What is said where there are no rows. */
  readonly empty: ReactNode
}

/** Rows of one height, of which those in sight are drawn. */
export function PacketGrid({ rows, beginAt, empty }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const session = useView((view) => view.id)
  const selected = useView((view) => view.selected)
  const select = useSelect()
  const rowHeight = useTouch() ? ROW_TOUCH : ROW

  const tail = useTail(scroller, rows.length, rowHeight, session)
  const shown = windowOf(rows.length, rowHeight, tail.viewport)
  const keys = useGridKeys(scroller, rows, { rowHeight, header: HEADER }, selected, select)
  const open = useMemo(() => (seq: number) => select(seq, true), [select])
  const activeRow = selected === undefined ? -1 : rows.rowOf(selected)
  const drawn = Array.from({ length: shown.end - shown.start }, (_, i) => rows.at(shown.start + i))
  const bigIn = useRef<number | undefined>(undefined)
  if (drawn.some((row) => row?.type === 'item' && row.item.wireBytes >= BIG)) {
    bigIn.current = session
  }
  const inWindow = activeRow >= shown.start && activeRow < shown.end

  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins
  useEffect(() => {
    const row = beginAt === undefined ? -1 : rows.rowOf(beginAt)
    const element = scroller.current
    if (row < 0 || !element) return
    element.scrollTop = row * rowHeight - (element.clientHeight - HEADER) / 2
  }, [])

  return (
    <>
      <div className={join(styles.body, bigIn.current === session && styles.big)}>
        {rows.length === 0 && empty}
        <div
          ref={scroller}
          role="grid"
          tabIndex={0}
          aria-label={TEXT.label}
          aria-rowcount={rows.length + 1}
          aria-colcount={TEXT.columns.length}
          aria-activedescendant={inWindow && selected !== undefined ? rowId(selected) : undefined}
          className={styles.scroller}
          onScroll={tail.onScroll}
          onKeyDown={keys}
        >
          <ColumnNames />
          <div role="presentation" style={{ height: shown.above }} />
          {drawn.map((entry, i) => {
            const row = shown.start + i
            if (entry === undefined) return null
            if (entry.type === 'rekey') {
              return <RekeyRow key={`k${entry.event.seq}`} event={entry.event} row={row} />
            }
            return (
              <PacketRow
                key={entry.item.seq}
                item={entry.item}
                row={row}
                selected={entry.item.seq === selected}
                onOpen={open}
              />
            )
          })}
          <div role="presentation" style={{ height: shown.below }} />
        </div>
      </div>
      {!tail.following && <NewRows fresh={tail.unseen} onClick={tail.toTail} />}
    </>
  )
}

function ColumnNames() {
  return (
    <div role="row" aria-rowindex={1} className={styles.columns}>
      {TEXT.columns.map((name) => (
        <span role="columnheader" key={name}>
          {name || <span className={styles.hidden}>{TEXT.direction}</span>}
        </span>
      ))}
    </div>
  )
}
