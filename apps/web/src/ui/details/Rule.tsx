import { useWords } from '../../words/words.js'
import { isRow, RULE_SECTIONS } from '../explanations.js'
import styles from './Rule.module.css'

/** A row of the protocol; on hover, the rule in a sentence and where the BIP has it. */
export function Rule({ row }: { readonly row: string }) {
  const TEXT = useWords().explain
  const title = isRow(row) ? TEXT.ruleAndPlace(TEXT.rules[row], row, RULE_SECTIONS[row]) : undefined
  return (
    <abbr className={styles.rule} title={title} translate="no">
      {row}
    </abbr>
  )
}
