import type { FieldColour } from './field-node.js'
import colours from './fields.module.css'
import styles from './Legend.module.css'

const TEXT: readonly (readonly [FieldColour, letter: string, word: string])[] = [
  ['key', 'K', 'key'],
  ['garbage', 'G', 'garbage'],
  ['terminator', 'E', 'terminator'],
  ['length', 'L', 'length'],
  ['header', 'H', 'header'],
  ['type', 'T', 'type'],
  ['payload', 'P', 'payload'],
  ['decoy', 'D', 'decoy'],
  ['tag', 'M', 'tag'],
]

/** What the colours are, each with a letter; only those of this item. */
export function Legend({ present }: { readonly present: ReadonlySet<FieldColour> }) {
  return (
    <ul className={styles.legend} aria-label="colours of fields">
      {TEXT.filter(([colour]) => present.has(colour)).map(([colour, letter, word]) => (
        <li key={colour} className={colours[colour]}>
          <b>{letter}</b> {word}
        </li>
      ))}
    </ul>
  )
}
