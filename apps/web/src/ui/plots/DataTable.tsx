import { useWords } from '../../words/words.js'
import { CopyButton } from '../parts/CopyButton.js'
import { Scroller } from '../parts/Scroller.js'
import styles from './DataTable.module.css'
import { csvOf, type Table, tsvOf } from './table-text.js'

interface Props {
  readonly table: Table
  /** Said where not all rows are shown. */
  readonly left: (shown: number, all: number) => string
}

/** Rows that are drawn; a copy has them all. */
const SHOWN = 500

/** The numbers behind a plot, to be read and to be copied. */
export function DataTable({ table, left }: Props) {
  return (
    <div className={styles.data}>
      <Copies table={table} />
      {table.rows.length > SHOWN && <p className={styles.left}>{left(SHOWN, table.rows.length)}</p>}
      <Scroller label={table.name} className={styles.scroller}>
        <table className={styles.table} aria-label={table.name}>
          <thead>
            <tr>
              {table.columns.map((column, c) => (
                <th
                  key={column}
                  scope="col"
                  data-number={typeof table.rows[0]?.[c] === 'number' ? '' : undefined}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, SHOWN).map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands there
              <tr key={r}>
                {row.map((cell, c) => (
                  <td
                    key={table.columns[c]}
                    data-number={typeof cell === 'number' ? '' : undefined}
                    translate={table.untranslated?.includes(c) ? 'no' : undefined}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  )
}

const FORMS = [
  ['CSV', csvOf],
  ['TSV', tsvOf],
] as const

export function Copies({ table }: { readonly table: Table }) {
  const words = useWords().parts
  return (
    <p className={styles.copies}>
      {FORMS.map(([name, text]) => (
        <CopyButton
          key={name}
          what={`${table.name}, ${name}`}
          label={words.copyWhat(name)}
          text={() => text(table)}
        />
      ))}
    </p>
  )
}
