import { SIMULATED } from '@v2scope/recording'
import { Check, X } from 'lucide-react'
import { useId, useState } from 'react'
import { compareSessionId } from '../../session/session-id.js'
import { DEMO } from '../../session/targets.js'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useReport, useView } from '../session-hooks.js'
import styles from './CompareId.module.css'

/** What a node says of its connections, and where in it the id is. */
const COMMAND = 'bitcoin-cli getpeerinfo'
const FIELD = 'session_id'

/** Against a man in the middle there is only this: to compare the id with what the peer shows. */
export function CompareId() {
  const TEXT = useWords().state.comparing
  const ours = useView(({ status }) => status.sessionId)
  const simulated = useView(({ settings }) => settings.peer === SIMULATED)
  if (ours === undefined) return null
  return (
    <div className={styles.compare}>
      <PeerReport />
      <span className={styles.how}>
        {simulated ? (
          TEXT.own
        ) : (
          <>
            {TEXT.with} <code translate="no">{COMMAND}</code> → <code translate="no">{FIELD}</code>
          </>
        )}
      </span>
      <Paste key={ours} ours={ours} />
    </div>
  )
}

/** On a phone: what the peer reports, where the comparison is folded away. */
export function ShortReport() {
  const TEXT = useWords().state.comparing
  const report = useReport()
  if (report !== 'equal' && report !== 'different') return null
  const equal = report === 'equal'
  const Icon = equal ? Check : X
  return (
    <span
      className={join(styles.verdict, styles.short, equal ? styles.good : styles.bad)}
      data-testid="peer-report-short"
    >
      <Icon size={14} aria-hidden />
      {equal ? TEXT.sameShort : TEXT.differentShort}
    </span>
  )
}

function PeerReport() {
  const TEXT = useWords().state.comparing
  const report = useReport()
  const peer = useView(({ settings }) => settings.peer)
  const who = peer === SIMULATED ? TEXT.simulated : peer === DEMO ? TEXT.demo : peer
  if (report === 'none') return null
  return (
    <span
      className={join(
        styles.verdict,
        report === 'equal' && styles.good,
        report === 'different' && styles.bad,
      )}
      data-testid="peer-report"
      data-report={report}
    >
      {report === 'equal' && <Check size={14} aria-hidden />}
      {report === 'different' && <X size={14} aria-hidden />}
      {TEXT[report](who)}
    </span>
  )
}

function Paste({ ours }: { readonly ours: string }) {
  const [pasted, setPasted] = useState('')
  const verdict = useId()
  const { session: words, state } = useWords()
  const TEXT = state.comparing
  const comparison = compareSessionId(pasted, ours)
  const { result } = comparison
  const Icon = result === 'match' ? Check : X
  return (
    <span className={styles.pasting}>
      <input
        className={styles.paste}
        value={pasted}
        onChange={({ target }) => setPasted(target.value)}
        placeholder={TEXT.paste}
        aria-label={TEXT.label}
        aria-describedby={verdict}
        autoComplete="off"
        spellCheck={false}
        data-testid="paste-session-id"
      />
      <span
        id={verdict}
        role="status"
        className={join(
          styles.verdict,
          styles.pasted,
          result === 'match' && styles.good,
          (result === 'mismatch' || result === 'none') && styles.bad,
        )}
        data-testid="paste-verdict"
        data-result={pasted === '' ? 'empty' : result}
      >
        {pasted !== '' && (
          <>
            {result !== 'incomplete' && <Icon size={14} aria-hidden />}
            {words.comparison(comparison)}
          </>
        )}
      </span>
    </span>
  )
}
