// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import { useTouch } from '../parts/use-layout.js'
import { hoverField, useUi } from '../ui-store.js'
import styles from './ByteGrid.module.css'
import { ByteRow, byteId, type Marks } from './ByteRow.js'
import { moveOf } from './byte-keys.js'
import { leafAt, leavesIn, runsByRow, spanOf } from './leaves.js'
import type { ByteChoice } from './use-byte-choice.js'
import { byteOf, useBytePointer } from './use-byte-pointer.js'
import { useRowWindow } from './use-row-window.js'

/** In px, the same for each. */
const ROW = 20
const ROW_TOUCH = 24
const MOST_WITH_4_DIGITS = 0x1_0000

const isTouch = (event: MouseEvent): boolean =>
  event instanceof PointerEvent && event.pointerType === 'touch'

interface Props {
  readonly label: string
  /** Id of the words that say how it is used. */
  readonly describedBy: string
  readonly view: 'wire' | 'plain'
  readonly data: Uint8Array
  readonly perRow: 8 | 16
  readonly choice: ByteChoice
  readonly onScroll: (element: HTMLElement) => void
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Bytes [start, end) of the item in rows; those in sight are drawn. One widget for the keyboard. */
export function ByteGrid(props: Props) {
  const { label, describedBy, view, data, perRow, choice, onScroll } = props
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const rowHeight = useTouch() ? ROW_TOUCH : ROW
  const rowCount = Math.ceil(data.length / perRow)
  const { first, last, measure, pageRows, show } = useRowWindow(grid, rowCount, rowHeight)
  const rows = useMemo(
    () =>
      runsByRow(
        leavesIn(choice.fields, { start: first * perRow, end: last * perRow }),
        perRow,
        first,
        last,
      ),
    [choice.fields, perRow, first, last],
  )
  const marks = useMarks(choice)
  const pointer = useBytePointer(grid, (byte, extend) => choice.choose(view, byte, extend))
  const { bytes, head, locate } = choice
  useEffect(() => locate(first * perRow, last * perRow), [locate, first, last, perRow])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only where something else is chosen
  useEffect(() => {
    if (head !== undefined) show(Math.floor(head / perRow))
  }, [bytes?.start, bytes?.end, head, perRow])

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event
    const ctrl = event.ctrlKey || event.metaKey
    const where = { key, ctrl, from: head, length: data.length, perRow, pageRows: pageRows() }
    if (ctrl && key.toLowerCase() === 'a') choice.chooseAll(view)
    else {
      const to = moveOf(where)
      if (to === undefined) return
      choice.choose(view, to, shiftKey)
    }
    event.preventDefault()
  }
  const hover = (target: EventTarget | null) => {
    const byte = byteOf(target)
    hoverField(byte === undefined ? undefined : leafAt(choice.fields, byte)?.id)
  }
  const isDrawn = head !== undefined && head >= first * perRow && head < last * perRow
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--byte-row': `${rowHeight}px`,
    '--per-row': String(perRow),
  }
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-rowcount={rowCount}
      aria-colcount={perRow + 1}
      aria-multiselectable
      aria-activedescendant={isDrawn ? byteId(id, head) : undefined}
      className={styles.scroller}
      style={style}
      data-testid={`bytes-${view}`}
      onScroll={({ currentTarget }) => {
        measure()
        onScroll(currentTarget)
      }}
      onKeyDown={onKeyDown}
      {...pointer}
      onPointerOver={({ target }) => hover(target)}
      onPointerLeave={() => hoverField(undefined)}
      onContextMenu={(event) => {
        // a long press chooses bytes
        if (isTouch(event.nativeEvent)) event.preventDefault()
      }}
    >
      <div
        translate="no"
        style={{ height: rowCount * rowHeight, paddingBlockStart: first * rowHeight }}
      >
        {rows.map((runs, i) => {
          const offset = (first + i) * perRow
          return (
            <ByteRow
              key={offset}
              grid={id}
              index={first + i}
              offset={offset}
              digits={data.length > MOST_WITH_4_DIGITS ? 6 : 4}
              runs={runs}
              data={data}
              {...clip(marks, head, offset, perRow)}
            />
          )
        })}
      </div>
    </div>
  )
}

const NOTHING: Span = { start: 0, end: 0 }

interface MarkedSpans {
  readonly chosen: Span
  readonly field: Span
  readonly hovered: Span
}

function useMarks({ fields, bytes }: ByteChoice): MarkedSpans {
  const field = useUi((state) => state.field)
  const hovered = useUi((state) => state.hovered)
  const find = (id: string | undefined) => (id && spanOf(fields, id)) || NOTHING
  return { chosen: bytes ?? NOTHING, field: find(field), hovered: find(hovered) }
}

/** The marks of one row. */
function clip(
  { chosen, field, hovered }: MarkedSpans,
  cursor: number | undefined,
  offset: number,
  perRow: number,
): Marks {
  const cut = ({ start, end }: Span) => {
    const from = Math.max(start, offset)
    const to = Math.min(end, offset + perRow)
    return from < to ? { from, to } : { from: 0, to: 0 }
  }
  const [inChosen, inField, inHovered] = [cut(chosen), cut(field), cut(hovered)]
  const isHere = cursor !== undefined && cursor >= offset && cursor < offset + perRow
  return {
    chosenFrom: inChosen.from,
    chosenTo: inChosen.to,
    fieldFrom: inField.from,
    fieldTo: inField.to,
    hoverFrom: inHovered.from,
    hoverTo: inHovered.to,
    cursor: isHere ? cursor : -1,
  }
}
