import type { WireDeed } from '@v2scope/lab'
import type { ResultWords } from '../../../words/faults.js'
import { hexOfByte } from '../../parts/format.js'
import { bitsOf, changedBytes, changesOf } from './byte-changes.js'
import styles from './Deed.module.css'

/** As many as the Lab tells. */
const MOST_BYTES = 64
/** Bytes of which the bits are shown, too. */
const MOST_BITS_SHOWN = 3

interface Props {
  readonly words: ResultWords
  readonly deed: WireDeed
}

/** The bytes there, as they were and as they became. */
export function Deed({ words, deed: { before, after } }: Props) {
  const { head, tail } = changesOf(before, after)
  if (before.length === after.length && head === before.length) {
    return <p className={styles.same}>{words.sameBytes}</p>
  }
  const bytes = changedBytes(before, after)
  return (
    <div className={styles.deed} data-testid="deed">
      <Line
        label={words.before}
        words={words}
        bytes={before}
        from={head}
        to={before.length - tail}
      />
      <Line label={words.after} words={words} bytes={after} from={head} to={after.length - tail} />
      {bytes.slice(0, MOST_BITS_SHOWN).map((byte) => (
        <p key={byte.index} className={styles.bits}>
          <span className={styles.label}>{words.bits(byte.index)}</span>
          <code translate="no">
            <Bits of={byte.before} other={byte.after} />
            {' → '}
            <Bits of={byte.after} other={byte.before} />
          </code>
        </p>
      ))}
    </div>
  )
}

interface LineProps extends Pick<Props, 'words'> {
  readonly label: string
  readonly bytes: Uint8Array
  /** [from, to) have changed. */
  readonly from: number
  readonly to: number
}

function Line({ label, words, bytes, from, to }: LineProps) {
  return (
    <p className={styles.line}>
      <span className={styles.label}>{label}</span>
      {bytes.length > 0 && (
        <code translate="no">
          {[...bytes].map((byte, i) => {
            const isChanged = i >= from && i < to
            const Byte = isChanged ? 'mark' : 'span'
            // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
            return <Byte key={i}>{hexOfByte(byte)}</Byte>
          })}
        </code>
      )}
      {bytes.length === 0 && <span className={styles.none}>{words.nothing}</span>}
      {bytes.length >= MOST_BYTES && <span className={styles.none}>… {words.more}</span>}
    </p>
  )
}

function Bits({ of, other }: { readonly of: number; readonly other: number }) {
  return bitsOf(of, other).map(({ bit, changed }, i) => {
    const Bit = changed ? 'mark' : 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
    return <Bit key={i}>{bit}</Bit>
  })
}
