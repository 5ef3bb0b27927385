import { RotateCcw } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { forgetStartHeld, useStartsHeld } from '../hold/start-held.js'
import { Button } from '../parts/Button.js'
import { useActions, useApp } from '../session-hooks.js'

/** On a phone, where the setup is out of sight. */
export function AgainButton() {
  const { againLabel } = useWords().setup
  const { again } = useActions()
  const isHeld = useStartsHeld()
  const recorded = useApp(({ current }) => current?.recording !== undefined)
  if (recorded) return null
  const start = () => {
    again(isHeld)
    forgetStartHeld()
  }
  return (
    <Button look="ghost" icon aria-label={againLabel} onClick={start} data-testid="again">
      <RotateCcw size={17} aria-hidden />
    </Button>
  )
}
