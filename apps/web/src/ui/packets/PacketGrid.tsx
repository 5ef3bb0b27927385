// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useTouch } from '../parts/use-layout.js'
import { useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import { useSelect } from '../use-select.js'
import { marker } from './colour-rules.js'
import { useColourRules } from './colour-store.js'
import { NewRows } from './NewRows.js'
import styles from './PacketGrid.module.css'
import { PacketRow, rowId } from './PacketRow.js'
import { RekeyRow } from './RekeyRow.js'
import type { Rows } from './row-index.js'
import { spacerOf } from './scroll-map.js'
import { contentOf } from './standing.js'
import { useDrawnRows } from './use-drawn-rows.js'
import { useGridKeys } from './use-grid-keys.js'
import { type ListScroll, useListScroll } from './use-list-scroll.js'

/** Bytes on the wire from which the columns of sizes need more room. */
const BIG = 100_000
const COLUMNS = ['direction', 'number', 'time', 'type', 'wire', 'contents', 'epoch'] as const
const ROW = 23
const ROW_TOUCH = 40
const HEADER = 28

interface Props {
  readonly rows: Rows
  /** What is said where there are no rows. */
  readonly empty: ReactNode
}

/** Rows of one height, of which those in sight are drawn. */
export function PacketGrid({ rows, empty }: Props) {
  const words = useWords().packets
  const scroller = useRef<HTMLDivElement>(null)
  const session = useView((view) => view.id)
  const selected = useView((view) => view.selected)
  const select = useSelect()
  const rowHeight = useTouch() ? ROW_TOUCH : ROW

  const list = useListScroll(scroller, { rows: rows.length, rowHeight, header: HEADER })
  const { standing, show } = list
  const shown = useDrawnRows(rows.length, rowHeight, {
    scrollTop: standing.offset,
    height: standing.view,
  })
  useShown(rows, selected, show)
  const page = Math.max(Math.floor(standing.view / rowHeight) - 1, 1)
  const moved = useCallback((row: number) => show(row, 'nearest'), [show])
  const keys = useGridKeys(rows, selected, select, moved, page)
  const open = useCallback((seq: number) => select(seq, true), [select])
  const rules = useColourRules((state) => state.rules)
  const markOf = useMemo(() => marker(rules), [rules])
  const activeRow = selected === undefined ? -1 : rows.rowOf(selected)
  const drawn = Array.from({ length: shown.end - shown.start }, (_, i) => rows.at(shown.start + i))
  const bigIn = useRef<number | undefined>(undefined)
  if (drawn.some((row) => row?.type === 'item' && row.item.wireBytes >= BIG)) {
    bigIn.current = session
  }
  const inWindow = activeRow >= shown.start && activeRow < shown.end

  return (
    <>
      <div className={join(styles.body, bigIn.current === session && styles.big)}>
        {rows.length === 0 && empty}
        <div
          ref={scroller}
          role="grid"
          tabIndex={0}
          aria-label={words.title}
          aria-rowcount={rows.length + 1}
          aria-colcount={COLUMNS.length}
          aria-activedescendant={inWindow && selected !== undefined ? rowId(selected) : undefined}
          className={styles.scroller}
          onScroll={list.onScroll}
          onKeyDown={keys}
          data-testid="packet-scroller"
        >
          <ColumnNames />
          <div
            role="presentation"
            className={styles.spacer}
            style={{ height: spacerOf(contentOf(standing)) }}
          >
            <div
              role="presentation"
              className={styles.drawn}
              style={{ top: standing.scrollTop - standing.offset + shown.above }}
            >
              {drawn.map((entry, i) => {
                const row = shown.start + i
                if (entry === undefined) return null
                if (entry.type === 'rekey') {
                  return <RekeyRow key={shown.keyOf(row)} event={entry.event} row={row} />
                }
                return (
                  <PacketRow
                    key={shown.keyOf(row)}
                    item={entry.item}
                    row={row}
                    selected={entry.item.seq === selected}
                    mark={markOf(entry.item)}
                    onOpen={open}
                  />
                )
              })}
            </div>
          </div>
        </div>
      </div>
      {!list.following && <NewRows fresh={list.unseen} onClick={list.toEnd} />}
    </>
  )
}

/** What is selected elsewhere comes into sight here. What the page itself chose moves nothing. */
function useShown(rows: Rows, selected: number | undefined, show: ListScroll['show']): void {
  const picked = useUi((state) => state.picked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come later move nothing
  useEffect(() => {
    if (selected === undefined || selected === picked) return
    const row = rows.rowOf(selected)
    if (row >= 0) show(row, 'middle')
  }, [selected, picked])
}

function ColumnNames() {
  const { columns, columnHelp } = useWords().packets
  return (
    <div role="row" aria-rowindex={1} className={styles.columns}>
      {COLUMNS.map((name) => (
        <span role="columnheader" key={name} title={columnHelp[name]}>
          {name === 'direction' ? (
            <span className={styles.hidden}>{columns[name]}</span>
          ) : (
            columns[name]
          )}
        </span>
      ))}
    </div>
  )
}
