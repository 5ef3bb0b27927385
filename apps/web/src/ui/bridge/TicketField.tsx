import { useId, useState } from 'react'
import type { BridgeWords } from '../../words/bridge.js'
import { Button } from '../parts/Button.js'
import { useActions } from '../session-hooks.js'
import styles from './TicketField.module.css'

interface Props {
  readonly words: BridgeWords['ticket']
  /** After a ticket has been taken. */
  readonly onUsed?: () => void
}

/** Takes a ticket that is pasted, and shows it no longer. It may stand within a form of another kind. */
export function TicketField({ words, onUsed }: Props) {
  const { takeTicket: take } = useActions()
  const [text, setText] = useState('')
  const [isBad, setBad] = useState(false)
  const why = useId()
  const use = () => {
    const isTaken = take(text)
    setBad(!isTaken)
    if (!isTaken) return
    setText('')
    onUsed?.()
  }
  return (
    <div className={styles.field}>
      <input
        value={text}
        placeholder={words.paste}
        aria-label={words.paste}
        aria-invalid={isBad}
        aria-describedby={isBad ? why : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setText(target.value)
          setBad(false)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // the form around it is another's
          event.preventDefault()
          use()
        }}
        data-testid="ticket-text"
      />
      <Button disabled={text === ''} onClick={use} data-testid="ticket-use">
        {words.use}
      </Button>
      {isBad && (
        <p id={why} role="alert" className={styles.bad}>
          {words.bad}
        </p>
      )}
    </div>
  )
}
