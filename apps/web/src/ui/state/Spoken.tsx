import { useReport, useView } from '../session-hooks.js'
import { stepsOf } from './phase-steps.js'
import styles from './Spoken.module.css'

const TEXT = {
  connecting: 'connecting',
  handshake: 'handshake under way',
  encrypted: 'established: encrypted, peer unauthenticated',
  'not encrypted': 'established: not encrypted',
  equal: 'the session ids are equal',
  failed: 'the session failed',
  closed: 'the session was closed',
}

/** The state in words, for who listens rather than looks. */
export function Spoken() {
  const state = useView(({ status }) => status.state)
  const phase = useView(({ status }) => status.phase)
  const transport = useView(({ status }) => status.transport)
  const started = useView(({ items }) => items.length > 0)
  const report = useReport()
  const { end } = stepsOf({ state, phase, transport, started })
  const said =
    end === 'to come' ? TEXT[state === 'connecting' ? 'connecting' : 'handshake'] : TEXT[end]
  return (
    <p role="status" aria-live="polite" className={styles.spoken}>
      {said}
      {report === 'equal' && `; ${TEXT.equal}`}
    </p>
  )
}
