import { Maximize2 } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { Scroller } from '../parts/Scroller.js'
import { useActions } from '../session-hooks.js'
import { CipherStates } from './CipherStates.js'
import { KeyColumns } from './KeyColumns.js'
import styles from './Keys.module.css'
import { NoKeys, WireOnly } from './NoKeys.js'
import { SecretsSwitch } from './SecretsSwitch.js'
import { useSchedule } from './use-schedule.js'

/** Epochs of each cipher that a pane has room for. */
const EPOCHS = 2

/** The key schedule in a pane: what the screen of its own has, one part below the other. */
export function Keys() {
  const TEXT = useWords().keys
  const { goTo } = useActions()
  const nodes = useSchedule()
  if (nodes.length === 0) return <NoKeys />
  return (
    <Scroller label={TEXT.label} className={styles.keys}>
      <div className={styles.bar}>
        <SecretsSwitch />
        <Button look="ghost" onClick={() => goTo('keys')}>
          <Maximize2 size={14} aria-hidden />
          {TEXT.whole}
        </Button>
      </div>
      <KeyColumns nodes={nodes} />
      <WireOnly nodes={nodes} />
      <CipherStates shown={EPOCHS} />
    </Scroller>
  )
}
