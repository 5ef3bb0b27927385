import { useState } from 'react'
import { useWords } from '../../words/words.js'
import { ComposeButton, ComposerPanel, useOpener } from '../composer/ComposeButton.js'
import { Button } from '../parts/Button.js'
import { useActions, useCanSend, useView } from '../session-hooks.js'
import styles from './Actions.module.css'
import { DecoySchedule } from './DecoySchedule.js'
import { MAX_DECOY, SizeField } from './SizeField.js'

const FIRST_SIZE = 256

/** What can be sent, while there is a session to send it in. */
export function Actions({ narrow }: { readonly narrow: boolean }) {
  const TEXT = useWords().footer.actions
  const canSend = useCanSend()
  const v1 = useView(({ status }) => status.transport === 'v1')
  const { ping, askHeaders, sendDecoy } = useActions()
  const [size, setSize] = useState<number | undefined>(FIRST_SIZE)
  const opener = useOpener()
  const why = canSend ? undefined : TEXT.wait
  const noDecoys = !canSend || v1
  const sizeField = (
    <SizeField label={TEXT.size} value={size} most={MAX_DECOY} onChange={setSize} unit="B" />
  )
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted */}
      <div role="group" aria-label={TEXT.label} className={styles.actions}>
        <span className={styles.joined}>
          <Button
            disabled={noDecoys || size === undefined}
            title={why}
            onClick={() => size !== undefined && sendDecoy(size)}
            data-testid="send-decoy"
          >
            {narrow ? TEXT.decoyShort : TEXT.decoy}
          </Button>
          {!narrow && sizeField}
        </span>
        <DecoySchedule disabled={noDecoys} narrow={narrow} once={narrow ? sizeField : undefined} />
        <Button disabled={!canSend} title={why} onClick={ping} data-testid="ping">
          {TEXT.ping}
        </Button>
        <Button disabled={!canSend} title={why} onClick={askHeaders} data-testid="ask-headers">
          {narrow ? TEXT.headersShort : TEXT.headers}
        </Button>
        <ComposeButton narrow={narrow} opener={opener} />
      </div>
      <ComposerPanel narrow={narrow} opener={opener} />
    </>
  )
}
