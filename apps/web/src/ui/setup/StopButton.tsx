import { CircleStop } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions, useIsLive, useWholeView } from '../session-hooks.js'

/** While there is something to end. */
export function StopButton() {
  const TEXT = useWords().setup
  const { stop } = useActions()
  const live = useIsLive()
  const over = useWholeView(({ status: { state } }) => state === 'failed' || state === 'closed')
  if (!live || over) return null
  return (
    <Button title={TEXT.stopWhy} onClick={stop} data-testid="stop">
      <CircleStop size={14} aria-hidden />
      {TEXT.stop}
    </Button>
  )
}
