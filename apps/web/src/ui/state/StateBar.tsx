import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import { useLayout } from '../parts/use-layout.js'
import { RecordingLine } from '../recording/RecordingLine.js'
import { useView } from '../session-hooks.js'
import { CompareId, ShortReport } from './CompareId.js'
import { PeerLine } from './PeerLine.js'
import { PhaseSteps } from './PhaseSteps.js'
import { SessionId } from './SessionId.js'
import { Spoken } from './Spoken.js'
import styles from './StateBar.module.css'

export function StateBar() {
  return useLayout() === 'narrow' ? <NarrowBar /> : <WideBar />
}

function WideBar() {
  const TEXT = useWords().state
  return (
    <section className={styles.bar} aria-label={TEXT.label}>
      <RecordingLine />
      <div className={styles.line}>
        <PhaseSteps short={false} />
        <SessionId />
      </div>
      <div className={styles.line}>
        <PeerLine />
        <CompareId />
      </div>
      <Spoken />
    </section>
  )
}

/** One line for the state, two for the id; comparing unfolds below. */
function NarrowBar() {
  const TEXT = useWords().state
  const [open, setOpen] = useState(false)
  const hasId = useView(({ status }) => status.sessionId !== undefined)
  return (
    <section className={styles.narrow} aria-label={TEXT.label}>
      <RecordingLine />
      <div className={styles.line}>
        <PhaseSteps short />
        <PeerLine short />
        <ShortReport />
      </div>
      <div className={styles.line}>
        <SessionId />
        {hasId && (
          <Button
            icon
            aria-expanded={open}
            aria-label={TEXT.compare}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown size={16} className={join(open && styles.turned)} aria-hidden />
          </Button>
        )}
      </div>
      {open && <CompareId />}
      <Spoken />
    </section>
  )
}
