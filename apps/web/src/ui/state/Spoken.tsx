import { useWords } from '../../words/words.js'
import { useReport, useView } from '../session-hooks.js'
import { hasBegun, stepsOf } from './phase-steps.js'
import styles from './Spoken.module.css'

/** The state in words, for who listens rather than looks. */
export function Spoken() {
  const TEXT = useWords().state
  const state = useView(({ status }) => status.state)
  const phase = useView(({ status }) => status.phase)
  const transport = useView(({ status }) => status.transport)
  const started = useView(hasBegun)
  const listening = useView(({ status }) => status.listening !== undefined)
  const report = useReport()
  const { end } = stepsOf({ state, phase, transport, started })
  const beginning = state !== 'connecting' ? 'handshake' : listening ? 'listening' : 'connecting'
  const said = TEXT.spoken[end === 'to come' ? beginning : end]
  return (
    <p role="status" aria-live="polite" className={styles.spoken}>
      {report === 'equal'
        ? TEXT.spokenEqual(said)
        : report === 'different'
          ? TEXT.spokenDifferent(said)
          : said}
    </p>
  )
}
