// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active byte
import { memo } from 'react'
import { hexOfByte } from '../parts/format.js'
import { join } from '../parts/join.js'
import styles from './ByteGrid.module.css'
import type { Leaf } from './field-node.js'
import colours from './fields.module.css'
import { isOdd, type Run } from './leaves.js'

/** Bytes [from, to) of a row are marked; as numbers, so that a row whose marks stay is not drawn anew. */
export interface Marks {
  readonly chosenFrom: number
  readonly chosenTo: number
  /** The chosen field, where the chosen bytes are only some of it. */
  readonly fieldFrom: number
  readonly fieldTo: number
  readonly hoverFrom: number
  readonly hoverTo: number
  /** Where the keyboard is. */
  readonly cursor: number
}

interface Props extends Marks {
  /** Of the grid: a byte's id is made of it. */
  readonly grid: string
  readonly index: number
  /** Of its first byte. */
  readonly offset: number
  readonly digits: number
  readonly runs: readonly Run[]
  readonly data: Uint8Array
}

export const byteId = (grid: string, byte: number): string => `${grid}-${byte}`

/** Offset, hex and ASCII, each byte in the colour of its field. */
export const ByteRow = memo(function ByteRow(props: Props) {
  const { grid, index, offset, digits, runs, data } = props
  const cells = runs.flatMap(({ leaf, start, end }) =>
    Array.from({ length: end - start }, (_, i) => ({ leaf, at: start + i })),
  )
  return (
    <div role="row" aria-rowindex={index + 1} className={styles.row}>
      <span role="rowheader" className={styles.offset}>
        {offset.toString(16).padStart(digits, '0')}
      </span>
      <span role="presentation" className={styles.hex}>
        {cells.map(({ leaf, at }) => (
          <span
            key={at}
            role="gridcell"
            id={byteId(grid, at)}
            aria-colindex={at - offset + 2}
            aria-selected={at >= props.chosenFrom && at < props.chosenTo}
            title={leaf.name}
            data-byte={at}
            data-field={leaf.name}
            className={classOf(props, leaf, at)}
          >
            {hexOfByte(data[at] ?? 0)}
          </span>
        ))}
      </span>
      <span className={styles.ascii} aria-hidden>
        {cells.map(({ leaf, at }) => (
          <span
            key={at}
            title={leaf.name}
            data-byte={at}
            data-field={leaf.name}
            className={classOf(props, leaf, at)}
          >
            {asciiOf(data[at] ?? 0)}
          </span>
        ))}
      </span>
    </div>
  )
})

function classOf(marks: Marks, leaf: Leaf, at: number): string {
  const isIn = (from: number, to: number) => at >= from && at < to
  return join(
    styles.byte,
    colours[leaf.colour],
    leaf.colour === 'payload' && (isOdd(leaf) ? styles.odd : styles.even),
    at === leaf.start && styles.first,
    isIn(marks.hoverFrom, marks.hoverTo) && styles.hovered,
    isIn(marks.fieldFrom, marks.fieldTo) && styles.field,
    isIn(marks.chosenFrom, marks.chosenTo) && styles.chosen,
    at === marks.cursor && styles.cursor,
  )
}

const PRINTABLE = { first: 0x20, last: 0x7e }
const asciiOf = (byte: number): string =>
  byte >= PRINTABLE.first && byte <= PRINTABLE.last ? String.fromCharCode(byte) : '·'
