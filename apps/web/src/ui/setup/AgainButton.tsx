import { RotateCcw } from 'lucide-react'
import { Button } from '../parts/Button.js'
import { useActions, useApp } from '../session-hooks.js'

const TEXT = { again: 'again: a fresh session' }

/** On a phone, where the setup is out of sight. */
export function AgainButton() {
  const { again } = useActions()
  const recorded = useApp(({ current }) => current?.recording !== undefined)
  if (recorded) return null
  return (
    <Button look="ghost" icon aria-label={TEXT.again} onClick={again} data-testid="again">
      <RotateCcw size={17} aria-hidden />
    </Button>
  )
}
