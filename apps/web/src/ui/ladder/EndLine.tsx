import { endingOf, wayOut } from '../../session/ending.js'
import { useWords } from '../../words/words.js'
import { useView } from '../session-hooks.js'
import styles from './Ladder.module.css'

/** At the end of a session that did not fail: who ended it, and how. */
export function EndLine() {
  const TEXT = useWords().ladder.ended
  const ending = useView(({ status }) => endingOf(status))
  if (ending === undefined) return null
  return (
    <p className={styles.over} role="status" data-testid="ended" data-ended={ending}>
      {TEXT[ending]}
    </p>
  )
}

/** Beside a failure of the handshake: whether the peer had closed its connection, or reset it. */
export function WayOut() {
  const TEXT = useWords().ladder.ended
  const way = useView(({ status }) =>
    status.failure?.row === '' ? undefined : wayOut(status.relay?.closeCode),
  )
  return way === undefined ? null : <p data-testid="way-out">{TEXT[way]}</p>
}
