import { History } from 'lucide-react'
import { Button } from '../parts/Button.js'
import { useActions, useApp, useIsPresent } from '../session-hooks.js'
import styles from './LastSwitch.module.css'

const TEXT = {
  last: 'Last session',
  why: 'look at the session before this one; it is kept as it was',
}

/** Shows the session before the present one, which can only be looked at. */
export function LastSwitch() {
  const has = useApp(({ previous }) => previous !== undefined)
  const present = useIsPresent()
  const { showPrevious, showCurrent } = useActions()
  if (!has) return null
  return (
    <Button
      role="switch"
      aria-checked={!present}
      className={present ? undefined : styles.on}
      title={TEXT.why}
      onClick={present ? showPrevious : showCurrent}
      data-testid="last-session"
    >
      <History size={14} aria-hidden />
      {TEXT.last}
    </Button>
  )
}
