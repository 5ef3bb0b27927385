import { SlidersHorizontal, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../parts/Button.js'
import { LastSwitch } from './LastSwitch.js'
import { Problems } from './Problems.js'
import { ConnectButton } from './SetupBar.js'
import { SetupFields } from './SetupFields.js'
import styles from './SetupSheet.module.css'
import type { DraftState } from './use-draft.js'

const TEXT = { title: 'Set up a session', open: 'set up a session', close: 'close' }

/** On a phone the setup is behind a button that says with whom the session is. */
export function SetupSheet(props: DraftState) {
  const { draft, change, changed, wrong, readOnly, connect } = props
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button
        look="ghost"
        aria-label={`${draft?.peer ?? ''}: ${TEXT.open}`}
        onClick={() => dialog.current?.showModal()}
      >
        <SlidersHorizontal size={16} aria-hidden />
        <span className={styles.peer}>{draft?.peer}</span>
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
          <LastSwitch />
          {!readOnly && <ConnectButton {...{ changed, wrong }} />}
        </form>
      </dialog>
    </>
  )
}
