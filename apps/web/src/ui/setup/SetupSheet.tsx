import { INBOUND, SIMULATED } from '@v2scope/recording'
import { SlidersHorizontal, X } from 'lucide-react'
import { useRef } from 'react'
import { DEMO } from '../../session/targets.js'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { ON_SHOW } from './draft.js'
import { HeldNote } from './HeldNote.js'
import { LastSwitch } from './LastSwitch.js'
import { Problems } from './Problems.js'
import { ConnectButton } from './SetupBar.js'
import { SetupFields } from './SetupFields.js'
import styles from './SetupSheet.module.css'
import { StopButton } from './StopButton.js'
import type { DraftState } from './use-draft.js'

/** On a phone the setup is behind a button that says with whom the session is. */
export function SetupSheet(props: DraftState) {
  const { draft, change, wrong, readOnly, connect } = props
  const TEXT = useWords().setup
  const names: Readonly<Record<string, string>> = {
    [SIMULATED]: TEXT.simulated,
    [DEMO]: TEXT.demo,
    [INBOUND]: TEXT.inbound,
  }
  const name = draft?.recording === ON_SHOW ? TEXT.recording : names[draft?.peer ?? '']
  const peer = name ?? (draft?.peer || TEXT.node.choice)
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button
        look="ghost"
        aria-haspopup="dialog"
        aria-label={TEXT.open(peer)}
        onClick={() => dialog.current?.showModal()}
        data-testid="setup"
      >
        <SlidersHorizontal size={16} aria-hidden />
        <span className={styles.peer} translate={name === undefined ? 'no' : undefined}>
          {peer}
        </span>
      </Button>
      <dialog ref={dialog} className={styles.sheet} aria-label={TEXT.title}>
        <form method="dialog" onSubmit={() => connect()}>
          <div className={styles.head}>
            <h2>{TEXT.title}</h2>
            <Button
              look="ghost"
              icon
              aria-label={TEXT.close}
              onClick={() => dialog.current?.close()}
            >
              <X size={18} aria-hidden />
            </Button>
          </div>
          {draft && <SetupFields {...{ draft, change, wrong, readOnly }} />}
          <Problems />
          <HeldNote draft={draft} />
          <LastSwitch />
          <StopButton />
          <ConnectButton {...props} />
        </form>
      </dialog>
    </>
  )
}
