import { useWords } from '../../words/words.js'
import { toHexText } from '../parts/format.js'
import { Hex } from '../parts/Hex.js'
import { useSecrets } from './secrets.js'
import styles from './Value.module.css'

const DOT = '•'
/** Longer ones are what a packet holds: the details show them whole. */
const MOST_SHOWN = 64

interface Props {
  readonly bytes: Uint8Array
  readonly secret: boolean
  /** Why it isn't shown yet. */
  readonly withheld?: string | undefined
}

/** A value in hex; where it is hidden, as many dots as it has digits. */
export function Value({ bytes, secret, withheld }: Props) {
  const TEXT = useWords().keys
  const shown = useSecrets((state) => state.shown)
  if (secret && bytes.length === 0) return <Absent text={TEXT.leftOut} />
  if (withheld !== undefined) return <Absent text={withheld} />
  if (secret && !shown) {
    return (
      <span className={styles.hidden} data-testid="hidden">
        <span aria-hidden>
          <Hex hex={DOT.repeat(2 * bytes.length)} />
        </span>
        <span className={styles.said}>{TEXT.hidden(bytes.length)}</span>
      </span>
    )
  }
  if (bytes.length === 0) return <Absent text={TEXT.nothing} />
  if (bytes.length <= MOST_SHOWN) return <Hex hex={toHexText(bytes)} />
  return (
    <span>
      <Hex hex={toHexText(bytes.subarray(0, MOST_SHOWN))} />
      <small className={styles.more}>{TEXT.more(bytes.length)}</small>
    </span>
  )
}

function Absent({ text }: { readonly text: string }) {
  return (
    <span className={styles.absent} data-testid="withheld">
      {text}
    </span>
  )
}
