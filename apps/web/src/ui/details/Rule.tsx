import { RULES } from '../explanations.js'
import styles from './Rule.module.css'

const TEXT = { section: (row: string, section: string) => `rule ${row} · BIP324 §${section}` }

/** A row of the protocol; on hover, the rule in a sentence and where the BIP has it. */
export function Rule({ row }: { readonly row: string }) {
  const rule = RULES[row]
  return (
    <abbr
      className={styles.rule}
      title={rule ? `${rule.text}\n${TEXT.section(row, rule.section)}` : undefined}
    >
      {row}
    </abbr>
  )
}
