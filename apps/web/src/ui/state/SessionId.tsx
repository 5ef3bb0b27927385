import { useWords } from '../../words/words.js'
import { Term } from '../glossary/Term.js'
import { CopyButton } from '../parts/CopyButton.js'
import { Hex } from '../parts/Hex.js'
import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import styles from './SessionId.module.css'

/** Large, in groups of 8; only once the peer's version packet has authenticated. */
export function SessionId() {
  const TEXT = useWords().state.id
  const id = useView(({ status }) => status.sessionId)
  const chosen = useUi(({ keyNode }) => keyNode === 'session_id')
  const ended = useView(({ status: { state } }) => state === 'failed' || state === 'closed')
  const v1 = useView(({ status }) => status.transport === 'v1')
  const leftOut = useView(
    ({ recording, status }) => recording?.level === 'wire' && status.transport === 'v2',
  )
  const missing = v1 ? TEXT.v1 : leftOut ? TEXT.leftOut : ended ? TEXT.never : TEXT.later
  return (
    <div className={styles.id}>
      <span className={styles.label}>
        <Term id="session_id">{TEXT.label}</Term>
      </span>
      {id === undefined ? (
        <span className={styles.later} data-testid="session-id-later">
          {missing}
        </span>
      ) : (
        <>
          <span
            className={join(styles.value, chosen && styles.chosen)}
            data-testid="session-id"
            data-value={id}
          >
            <Hex hex={id} large />
          </span>
          <CopyButton text={id} what={TEXT.label} />
        </>
      )}
    </div>
  )
}
