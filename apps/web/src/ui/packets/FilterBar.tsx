import { useState } from 'react'
import { useWords } from '../../words/words.js'
import { useApp } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import { ColourRulesButton } from './ColourRulesButton.js'
import { ExportButtons } from './ExportButtons.js'
import styles from './FilterBar.module.css'
import { FilterField } from './FilterField.js'

/** Of what is said of a wrong filter. */
const PROBLEM_ID = 'filter-problem'

interface Props {
  /** Packets that the filter leaves, and packets in all. */
  readonly left: number
  readonly all: number
  /** Of those that are left, in order. */
  readonly seqs: () => Iterable<number>
}

/** What the list is filtered by, how much that leaves, and what is left as a file. */
export function FilterBar({ left, all, seqs }: Props) {
  const words = useWords().packets.filter
  const { save } = useWords().recording
  const { text, problem } = useUi((state) => state.filter)
  const saving = useApp((state) => state.saving)
  const [before, setBefore] = useState(saving)
  const notMade = saving !== before && saving.state === 'failed' ? save.problem(saving) : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know the search element
    <div role="search" className={styles.bar}>
      <FilterField problemId={PROBLEM_ID} />
      {text !== '' && (
        <span className={styles.count} data-testid="packet-count">
          {words.of(left, all)}
        </span>
      )}
      <ColourRulesButton />
      <ExportButtons {...{ left, seqs }} onExport={() => setBefore(saving)} />
      <span role="status" id={PROBLEM_ID} className={styles.problem} data-testid="filter-problem">
        {problem === undefined ? notMade : words.problem(problem)}
      </span>
    </div>
  )
}
