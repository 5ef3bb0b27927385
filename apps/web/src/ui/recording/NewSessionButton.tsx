import { Plug } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions } from '../session-hooks.js'

const ADDRESS = '#/session'

/** From a recording back to a session: with the demo node where there is one, else simulated. */
export function NewSessionButton() {
  const TEXT = useWords().recording
  const { open } = useActions()
  const start = () => {
    history.replaceState(null, '', ADDRESS)
    void open(ADDRESS)
  }
  return (
    <Button onClick={start} data-testid="start-session">
      <Plug size={14} aria-hidden />
      {TEXT.newSession}
    </Button>
  )
}
