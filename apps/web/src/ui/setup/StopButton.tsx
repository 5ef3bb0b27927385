import { CircleStop } from 'lucide-react'
import { Button } from '../parts/Button.js'
import { useActions, useIsLive, useWholeView } from '../session-hooks.js'

const TEXT = { stop: 'Stop', why: 'ends the session; it stays to be looked at' }

/** While there is something to end. */
export function StopButton() {
  const { stop } = useActions()
  const live = useIsLive()
  const over = useWholeView(({ status: { state } }) => state === 'failed' || state === 'closed')
  if (!live || over) return null
  return (
    <Button title={TEXT.why} onClick={stop} data-testid="stop">
      <CircleStop size={14} aria-hidden />
      {TEXT.stop}
    </Button>
  )
}
