import { memo, useMemo, useState } from 'react'
import { Button } from '../parts/Button.js'
import { count, hexOfByte } from '../parts/format.js'
import { join } from '../parts/join.js'
import { hoverField, selectField, useUi } from '../ui-store.js'
import styles from './BytesView.module.css'
import { type FieldNode, leaves, type Run, runsByRow } from './field-node.js'
import colours from './fields.module.css'

const TEXT = { more: (n: number) => `show ${count(n)} more bytes` }
/** Drawn at first, and with every "show more". */
export const PAGE_BYTES = { 8: 1024, 16: 4096 } as const

interface Props {
  readonly data: Uint8Array
  readonly fields: readonly FieldNode[]
  readonly perRow: 8 | 16
}

/** Offset, hex and ASCII, each byte in the colour of its field. */
export function BytesView({ data, fields, perRow }: Props) {
  const [limit, setLimit] = useState<number>(PAGE_BYTES[perRow])
  const rows = useMemo(
    () => runsByRow(leaves(fields), perRow, Math.min(limit, data.length)),
    [fields, perRow, limit, data],
  )
  const digits = data.length > 0x1_0000 ? 6 : 4
  return (
    <div className={join(styles.bytes, perRow === 8 && styles.eights)}>
      {rows.map((runs, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <Row key={i} offset={i * perRow} digits={digits} runs={runs} data={data} />
      ))}
      {data.length > limit && (
        <Button look="ghost" onClick={() => setLimit(limit + PAGE_BYTES[perRow])}>
          {TEXT.more(data.length - limit)}
        </Button>
      )}
    </div>
  )
}

interface RowProps {
  readonly offset: number
  readonly digits: number
  readonly runs: readonly Run[]
  readonly data: Uint8Array
}

const Row = memo(function Row({ offset, digits, runs, data }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.offset}>{offset.toString(16).padStart(digits, '0')}</span>
      <span className={styles.hex}>
        {runs.map((run) => (
          <Cells key={run.start} run={run} text={hexText(data, run)} />
        ))}
      </span>
      <span className={styles.ascii} aria-hidden>
        {runs.map((run) => (
          <Cells key={run.start} run={run} text={asciiText(data, run)} />
        ))}
      </span>
    </div>
  )
})

/** `3.0.1` lies in `3.0` and in `3`. */
const isWithin = (id: string, outer: string | undefined): boolean =>
  outer !== undefined && (id === outer || id.startsWith(`${outer}.`))

function Cells({ run, text }: { readonly run: Run; readonly text: string }) {
  const { id, colour, name } = run.field
  const chosen = useUi((state) => isWithin(id, state.field))
  const hovered = useUi((state) => isWithin(id, state.hovered))
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree of fields has the same by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree of fields has the same by keyboard
    <span
      className={join(
        styles.cells,
        colours[colour],
        colour === 'payload' && (run.odd ? styles.odd : styles.even),
        hovered && styles.hovered,
        chosen && styles.chosen,
      )}
      title={name}
      data-field={name}
      onClick={() => selectField(id)}
      onPointerEnter={() => hoverField(id)}
      onPointerLeave={() => hoverField(undefined)}
    >
      {text}
    </span>
  )
}

function hexText(data: Uint8Array, { start, end }: Run): string {
  return Array.from(data.subarray(start, end), hexOfByte).join(' ')
}

const PRINTABLE = { first: 0x20, last: 0x7e }
function asciiText(data: Uint8Array, { start, end }: Run): string {
  return Array.from(data.subarray(start, end), (byte) =>
    byte >= PRINTABLE.first && byte <= PRINTABLE.last ? String.fromCharCode(byte) : '·',
  ).join('')
}
