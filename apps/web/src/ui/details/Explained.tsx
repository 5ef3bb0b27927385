import type { Source } from '@v2scope/messages'
import type { FieldWords } from '../../words/message-fields.js'
import { useWords } from '../../words/words.js'
import { FIELD_SECTIONS, isExplained, isRow, RULE_SECTIONS } from '../explanations.js'
import styles from './FieldTree.module.css'
import type { FieldNode } from './field-node.js'
import { Rule } from './Rule.js'

/** Fields of a message are put there by this row. */
const OF_MESSAGES = 'A1'

/** `BIP152 §HeaderAndShortIDs` */
const headingOf = ({ bip, section }: Source): string =>
  section === undefined ? `BIP${bip}` : `BIP${bip} §${section}`

interface Props {
  readonly node: FieldNode
  /** Of a field of a message; what it is is said beside its value. */
  readonly words: FieldWords | undefined
}

/** Of the chosen field: what it is, why it is there, the rule, and where the BIP has it. */
export function Explained({ node: { name, row: own, note, source }, words }: Props) {
  const { explain } = useWords()
  const row = own ?? OF_MESSAGES
  const known = own !== undefined && isExplained(name) ? name : undefined
  const ours = known && explain.fields[known]
  const place = known ? FIELD_SECTIONS[known] : isRow(row) ? RULE_SECTIONS[row] : undefined
  return (
    <div className={styles.explained} data-testid="explained">
      {ours && ours.what !== note && <p>{ours.what}</p>}
      {ours && <p>{ours.why}</p>}
      {words && <p>{words.why}</p>}
      {isRow(row) && (
        <p>
          <Rule row={row} />
          {explain.rules[row]}
        </p>
      )}
      {place !== undefined && (
        <p translate="no" className={styles.place}>
          BIP324 §{place}
          {source && ` · ${headingOf(source)}`}
        </p>
      )}
    </div>
  )
}
