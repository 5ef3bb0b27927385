import { Hand } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import { useWholeView } from '../session-hooks.js'
import styles from './HoldButton.module.css'
import { useIsHolding, useToggleHold } from './use-hold.js'

/** Keeps what we would send from the wire, or lets all of it go. */
export function HoldButton() {
  const TEXT = useWords().hold
  const isOn = useIsHolding()
  const toggle = useToggleHold()
  const isRecorded = useWholeView(({ recording }) => recording !== undefined)
  const why = isRecorded ? TEXT.recorded : TEXT.past
  return (
    <Button
      role="switch"
      aria-checked={isOn}
      aria-disabled={toggle === undefined}
      className={join(styles.hold, isOn && styles.on)}
      title={toggle === undefined ? why : isOn ? TEXT.on : TEXT.off}
      onClick={toggle}
      data-testid="hold"
    >
      <Hand size={14} aria-hidden />
      <span>{TEXT.button}</span>
    </Button>
  )
}
