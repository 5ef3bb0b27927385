import { useWords } from '../../words/words.js'
import { Term } from '../glossary/Term.js'
import { TERM_OF_COLOUR } from '../glossary/terms.js'
import type { FieldColour } from './field-node.js'
import colours from './fields.module.css'
import styles from './Legend.module.css'

/** A letter for each, so that colour is not all. */
const LETTERS: readonly (readonly [Exclude<FieldColour, 'none'>, letter: string])[] = [
  ['key', 'K'],
  ['garbage', 'G'],
  ['terminator', 'E'],
  ['length', 'L'],
  ['header', 'H'],
  ['type', 'T'],
  ['payload', 'P'],
  ['decoy', 'D'],
  ['tag', 'M'],
]

/** What the colours are, each with a letter; only those of this item. */
export function Legend({ present }: { readonly present: ReadonlySet<FieldColour> }) {
  const TEXT = useWords().details.legend
  return (
    <ul className={styles.legend} aria-label={TEXT.label}>
      {LETTERS.filter(([colour]) => present.has(colour)).map(([colour, letter]) => (
        <li key={colour} className={colours[colour]}>
          <b translate="no">{letter}</b>{' '}
          <Term id={TERM_OF_COLOUR[colour]}>{TEXT.colours[colour]}</Term>
        </li>
      ))}
    </ul>
  )
}
