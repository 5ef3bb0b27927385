// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { handshakeLength } from '../ladder/handshake.js'
import { count, percent, plural } from '../parts/format.js'
import { join } from '../parts/join.js'
import { Empty, Pane } from '../parts/Pane.js'
import { useTouch } from '../parts/use-layout.js'
import { useView } from '../session-hooks.js'
import { useSelect } from '../use-select.js'
import { NewRows } from './NewRows.js'
import styles from './PacketList.module.css'
import { PacketRow, rowId } from './PacketRow.js'
import { RekeyRow } from './RekeyRow.js'
import { isPacket, rekeysIn, rowsOf } from './row-index.js'
import { SizeStrip } from './SizeStrip.js'
import { useGridKeys } from './use-grid-keys.js'
import { useTail } from './use-tail.js'
import { windowOf } from './windower.js'

const TEXT = {
  title: 'Packets',
  columns: ['', '#', 'time', 'type', 'wire', 'contents', 'epoch'],
  direction: 'direction',
  messages: (n: number) => plural(n, 'message'),
  decoys: (n: number) => plural(n, 'decoy'),
  share: (share: string) => `${share} % of the bytes are decoys`,
  none: 'No packets',
  never: 'The session ended before there were any. What did cross the wire is in its own pane.',
  empty: 'No packets yet',
  waiting:
    'Once both sides hold the keys, everything is a packet: length, header, contents, tag. Each becomes a row here, decoys hatched.',
}

/** Bytes on the wire from which the columns of sizes need more room. */
const BIG = 100_000
const ROW = 23
const ROW_TOUCH = 40
const HEADER = 28

export function PacketList() {
  const scroller = useRef<HTMLDivElement>(null)
  const session = useView((view) => view.id)
  const items = useView((view) => view.items)
  const keyEvents = useView((view) => view.keyEvents)
  const ended = useView(({ status: { state } }) => state === 'failed' || state === 'closed')
  const selected = useView((view) => view.selected)
  const select = useSelect()
  const rowHeight = useTouch() ? ROW_TOUCH : ROW

  const rekeys = useMemo(() => rekeysIn(keyEvents), [keyEvents])
  const rows = useMemo(() => {
    const from = handshakeLength(items)
    return rowsOf(items.slice(0, from).filter(isPacket), items, from, rekeys)
  }, [items, rekeys])
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

  return (
    <Pane title={TEXT.title} aside={<Counts packets={rows.items} />}>
      <SizeStrip />
      <div className={join(styles.body, bigIn.current === session && styles.big)}>
        {rows.length === 0 && (
          <Empty title={ended ? TEXT.none : TEXT.empty}>{ended ? TEXT.never : TEXT.waiting}</Empty>
        )}
        <div
          ref={scroller}
          role="grid"
          tabIndex={0}
          aria-label={TEXT.title}
          aria-rowcount={rows.length + 1}
          aria-colcount={TEXT.columns.length}
          aria-activedescendant={inWindow && selected !== undefined ? rowId(selected) : undefined}
          className={styles.scroller}
          onScroll={tail.onScroll}
          onKeyDown={(event: KeyboardEvent) => keys(event)}
        >
          <div role="row" aria-rowindex={1} className={styles.columns}>
            {TEXT.columns.map((name) => (
              <span role="columnheader" key={name}>
                {name || <span className={styles.hidden}>{TEXT.direction}</span>}
              </span>
            ))}
          </div>
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
    </Pane>
  )
}

function Counts({ packets }: { readonly packets: number }) {
  const stats = useView((view) => view.status.stats)
  const v1 = useView(({ status }) => status.transport === 'v1')
  if (stats === undefined || packets === 0) return null
  if (v1) return TEXT.messages(packets)
  const decoys = stats.sent.decoys + stats.received.decoys
  const decoyBytes = stats.sent.decoyBytes + stats.received.decoyBytes
  const share = percent(decoyBytes, stats.sent.bytes + stats.received.bytes)
  return (
    <span data-testid="decoy-share">
      {count(packets)} · {TEXT.decoys(decoys)} · {TEXT.share(share)}
    </span>
  )
}
