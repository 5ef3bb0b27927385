import { useState } from 'react'
import { useWords } from '../../words/words.js'
import { type FactKind, isRow, RULE_SECTIONS } from '../explanations.js'
import { join } from '../parts/join.js'
import styles from './FieldTree.module.css'
import { FieldValue } from './FieldValue.js'
import type { Fact } from './field-node.js'
import { Rule } from './Rule.js'

interface Props {
  readonly facts: readonly Fact[]
  readonly onKeys: () => void
}

/** What has no bytes in the item, in the same columns. */
export function Facts({ facts, onKeys }: Props) {
  const { details } = useWords()
  const [open, setOpen] = useState<FactKind | undefined>(undefined)
  if (facts.length === 0) return null
  return (
    <ul className={styles.tree} aria-label={details.facts}>
      {facts.map((fact) => {
        const isOpen = open === fact.kind
        return (
          <li key={fact.kind} className={join(styles.field, isOpen && styles.chosen)}>
            <span className={styles.name}>
              <button
                type="button"
                className={styles.fact}
                aria-expanded={isOpen}
                translate={fact.kind === 'failure' ? 'no' : undefined}
                onClick={() => setOpen(isOpen ? undefined : fact.kind)}
              >
                {fact.name}
              </button>
            </span>
            <span className={styles.said}>
              <FieldValue name={fact.name} value={fact.value} />
              <small className={styles.note}>
                <Rule row={fact.row} />
                {fact.note}
                {fact.toKeys && (
                  <button type="button" className={styles.link} onClick={onKeys}>
                    {details.tree.toKeys}
                  </button>
                )}
              </small>
            </span>
            {isOpen && <FactExplained fact={fact} />}
          </li>
        )
      })}
    </ul>
  )
}

function FactExplained({ fact: { kind, row } }: { readonly fact: Fact }) {
  const { explain } = useWords()
  const { what, why } = explain.facts[kind]
  return (
    <div className={styles.explained} data-testid="explained">
      <p>{what}</p>
      <p>{why}</p>
      {isRow(row) && (
        <>
          <p>
            <Rule row={row} />
            {explain.rules[row]}
          </p>
          <p translate="no" className={styles.place}>
            BIP324 §{RULE_SECTIONS[row]}
          </p>
        </>
      )}
    </div>
  )
}
