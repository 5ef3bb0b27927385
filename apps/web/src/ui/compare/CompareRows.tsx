import { useState } from 'react'
import { type ComparedGroup, isDifferent } from '../../session/compare.js'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { Pane } from '../parts/Pane.js'
import { CompareRow } from './CompareRow.js'
import styles from './CompareRows.module.css'
import { useComparison } from './use-comparison.js'
import { useOpenItem } from './use-open-item.js'
import type { Side } from './use-sides.js'

/** Rows that are drawn at once. */
const ROWS_AT_ONCE = 400

interface Props {
  readonly left: Side
  readonly right: Side
}

/** What crossed the wire in both, aligned by phase. */
export function CompareRows({ left, right }: Props) {
  const TEXT = useWords().compare.rows
  const { groups, rest } = useComparison(left.view, right.view)
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  const [most, setMost] = useState(ROWS_AT_ONCE)
  const open = useOpenItem(left.which, right.which)
  const all = countRows(groups)
  const differing = groups.flatMap(({ rows }) => rows).filter(isDifferent).length
  const filtered = onlyDifferent ? groups.map(differencesOf) : groups
  const wanted = onlyDifferent ? differing : all
  return (
    <Pane
      title={TEXT.title}
      aside={TEXT.count(differing, all)}
      extra={
        <label className={styles.filter}>
          <input
            type="checkbox"
            checked={onlyDifferent}
            onChange={({ target }) => setOnlyDifferent(target.checked)}
            data-testid="compare-only-different"
          />
          {TEXT.onlyDifferent}
        </label>
      }
    >
      <p className={styles.note}>{TEXT.times}</p>
      {wanted === 0 && <p className={styles.note}>{all === 0 ? TEXT.nothing : TEXT.equal}</p>}
      {firstRows(filtered, most).map(({ phase, rows }) => (
        <section key={phase} aria-labelledby={headingId(phase)} data-phase={phase}>
          <h3 id={headingId(phase)} className={styles.phase}>
            {TEXT.phases[phase]}
          </h3>
          <ol className={styles.rows}>
            {rows.map((row) => (
              <CompareRow
                key={row.on === 'right' ? `right ${row.right.seq}` : `left ${row.left.seq}`}
                row={row}
                onOpen={open}
              />
            ))}
          </ol>
        </section>
      ))}
      {wanted > most && (
        <Button
          className={styles.more}
          onClick={() => setMost(most + ROWS_AT_ONCE)}
          data-testid="compare-more"
        >
          {TEXT.more(Math.min(wanted - most, ROWS_AT_ONCE))}
        </Button>
      )}
      {rest.left + rest.right > 0 && (
        <p className={styles.note} data-testid="compare-rest">
          {TEXT.rest(rest.left, rest.right)}
        </p>
      )}
    </Pane>
  )
}

const headingId = (phase: string): string => `compare-${phase.replace(' ', '-')}`

const countRows = (groups: readonly ComparedGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0)

const differencesOf = ({ phase, rows }: ComparedGroup): ComparedGroup => ({
  phase,
  rows: rows.filter(isDifferent),
})

/** Groups that have none of them are left out. */
function firstRows(groups: readonly ComparedGroup[], most: number): readonly ComparedGroup[] {
  let left = most
  return groups
    .map(({ phase, rows }) => {
      const first = rows.slice(0, left)
      left -= first.length
      return { phase, rows: first }
    })
    .filter(({ rows }) => rows.length > 0)
}
