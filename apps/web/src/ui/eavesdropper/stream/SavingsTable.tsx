import type { Savings, SavingsRow } from '@v2scope/eavesdropper'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { count } from '../../parts/format.js'
import { Pane } from '../../parts/Pane.js'
import { Scroller } from '../../parts/Scroller.js'
import { Copies } from '../../plots/DataTable.js'
import type { Table } from '../../plots/table-text.js'
import styles from './SavingsTable.module.css'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly savings: Savings
  readonly isV1: boolean
}

/** By what it is: bytes of v2 against those of v1. */
export function SavingsTable({ TEXT, savings, isV1 }: Props) {
  const words = TEXT.savings
  const { rows, v1Bytes, v2Bytes } = savings
  const messages = rows.filter(({ kind }) => kind === 'message')
  const verdict = isV1 ? words.verdictOfV1 : words.verdict
  const ofMessages = messages.reduce((n, row) => n + differenceOf(row), 0)
  return (
    <Pane title={words.title} className={styles.pane}>
      <div className={styles.body}>
        <div className={styles.said}>
          <p>{isV1 ? words.introOfV1 : words.intro}</p>
          <p className={styles.verdict} data-testid="savings-verdict">
            {verdict(v2Bytes - v1Bytes, shareOf(v2Bytes - v1Bytes, v1Bytes))}{' '}
            {messages.length > 0 && words.messagesVerdict(ofMessages)}
          </p>
          <Copies table={tableOf(TEXT, savings)} />
        </div>
        <Scroller label={words.title} className={styles.scroller}>
          <table className={styles.table} data-testid="savings">
            <Head TEXT={TEXT} />
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.kind} ${row.label}`} TEXT={TEXT} row={row} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                <td />
                <td>{count(v1Bytes)}</td>
                <td>{count(v2Bytes)}</td>
                <Difference value={v2Bytes - v1Bytes} />
                <td />
              </tr>
            </tfoot>
          </table>
        </Scroller>
      </div>
    </Pane>
  )
}

/** In per cent, and it may be more than all. */
const shareOf = (difference: number, of: number): string | undefined =>
  of === 0 ? undefined : count(Math.round((Math.abs(difference) / of) * 100))

const differenceOf = ({ v1Bytes = 0, v2Bytes }: SavingsRow) => v2Bytes - v1Bytes

function Head({ TEXT }: Pick<Props, 'TEXT'>) {
  const { columns } = TEXT.savings
  return (
    <thead>
      <tr>
        <th scope="col">{columns.type}</th>
        <th scope="col">{columns.count}</th>
        <th scope="col">{columns.v1}</th>
        <th scope="col">{columns.v2}</th>
        <th scope="col">{columns.difference}</th>
        <th scope="col">{columns.each}</th>
      </tr>
    </thead>
  )
}

interface RowProps extends Pick<Props, 'TEXT'> {
  readonly row: SavingsRow
}

function Row({ TEXT, row }: RowProps) {
  const words = TEXT.savings
  const { kind, label, v1Bytes, v2Bytes, garbageBytes } = row
  const isKnown = kind !== 'unread'
  return (
    <tr data-kind={kind} data-label={label}>
      <th scope="row">
        {kind === 'message' ? <span translate="no">{label}</span> : words.labels[kind]}
        {garbageBytes !== undefined && garbageBytes > 0 && (
          <small>{words.garbage(garbageBytes)}</small>
        )}
      </th>
      <td>{count(row.count)}</td>
      <td>{v1Bytes === undefined ? '–' : count(v1Bytes)}</td>
      <td>{count(v2Bytes)}</td>
      {isKnown ? <Difference value={differenceOf(row)} /> : <td>–</td>}
      {isKnown && kind === 'message' ? (
        <Difference value={differenceOf(row) / row.count} />
      ) : (
        <td />
      )}
    </tr>
  )
}

/** A sign and a word say what the colour says: − is saved. */
function Difference({ value }: { readonly value: number }) {
  const text = signed(value)
  return <td data-sign={value < 0 ? 'saved' : value > 0 ? 'added' : undefined}>{text}</td>
}

function signed(value: number): string {
  const size = Number.isInteger(value) ? count(Math.abs(value)) : Math.abs(value).toFixed(1)
  return value === 0 ? '0' : `${value < 0 ? '−' : '+'}${size}`
}

function tableOf({ savings: words }: EavesdropperWords, { rows }: Savings): Table {
  const { type, count: many, v1, v2, difference } = words.columns
  return {
    name: words.title,
    columns: [type, many, v1, v2, difference],
    rows: rows.map((row) => [
      row.label,
      row.count,
      row.v1Bytes ?? 0,
      row.v2Bytes,
      differenceOf(row),
    ]),
  }
}
