import { useState } from 'react'
import { useWords } from '../../words/words.js'
import { CopyButton } from '../parts/CopyButton.js'
import styles from './FieldValue.module.css'

/** Of a long value, such as a script, so many characters are shown at first. */
const SHOWN = 400
/** Nobody types a hash, an address, or what is longer still. */
const HEX = /^[0-9a-f]+$/i
const HASH_DIGITS = 64
const ADDRESS = /\S{32,}/
const LONG = 120
const isToCopy = (text: string): boolean =>
  HEX.test(text) ? text.length >= HASH_DIGITS : ADDRESS.test(text) || text.length > LONG

interface Props {
  readonly name: string
  readonly value: string
  /** The whole value, where `value` is a part of it or is grouped. */
  readonly whole?: string | undefined
}

/** The value of a field: it wraps, and is there to be copied where it is long. */
export function FieldValue({ name, value, whole = value }: Props) {
  const TEXT = useWords().details.tree
  const [isWhole, setWhole] = useState(false)
  const isCut = !isWhole && value.length > SHOWN
  return (
    <>
      <span translate="no" className={styles.value}>
        {isCut ? `${value.slice(0, SHOWN)}…` : value}
      </span>
      {(isCut || isToCopy(whole)) && (
        <span className={styles.buttons}>
          {isToCopy(whole) && <CopyButton text={whole} what={name} />}
          {isCut && (
            <button type="button" className={styles.all} onClick={() => setWhole(true)}>
              {TEXT.allCharacters(value.length)}
            </button>
          )}
        </span>
      )}
    </>
  )
}
