import { RotateCcw } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions, useApp } from '../session-hooks.js'

/** On a phone, where the setup is out of sight. */
export function AgainButton() {
  const { againLabel } = useWords().setup
  const { again } = useActions()
  const recorded = useApp(({ current }) => current?.recording !== undefined)
  if (recorded) return null
  return (
    <Button look="ghost" icon aria-label={againLabel} onClick={again} data-testid="again">
      <RotateCcw size={17} aria-hidden />
    </Button>
  )
}
