import { Hand } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import styles from './HoldButton.module.css'
import { useStartsHeld, wishStartHeld } from './start-held.js'

/** Beside the button that starts a session. @param withLabel where there is room for it */
export function StartHeld({ withLabel }: { readonly withLabel: boolean }) {
  const TEXT = useWords().hold
  const isOn = useStartsHeld()
  return (
    <Button
      role="switch"
      icon={!withLabel}
      aria-checked={isOn}
      aria-label={TEXT.start}
      className={isOn ? styles.on : undefined}
      title={TEXT.startWhy}
      onClick={() => wishStartHeld(!isOn)}
      data-testid="hold-start"
    >
      <Hand size={14} aria-hidden />
      {withLabel && TEXT.start}
    </Button>
  )
}
