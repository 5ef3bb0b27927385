import { History } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions, useApp, useIsPresent } from '../session-hooks.js'
import styles from './LastSwitch.module.css'

/** Shows the session before the present one, which can only be looked at. */
export function LastSwitch() {
  const TEXT = useWords().setup
  const has = useApp(({ previous }) => previous !== undefined)
  const present = useIsPresent()
  const { showPrevious, showCurrent } = useActions()
  if (!has) return null
  return (
    <Button
      role="switch"
      aria-checked={!present}
      className={present ? undefined : styles.on}
      title={TEXT.lastWhy}
      onClick={present ? showPrevious : showCurrent}
      data-testid="last-session"
    >
      <History size={14} aria-hidden />
      {TEXT.last}
    </Button>
  )
}
