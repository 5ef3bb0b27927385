import type { RecordingLevel } from '@v2scope/recording'
import { Save, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions, useApp, useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import { InTheFile, SeedLink } from './InTheFile.js'
import { LevelChoice } from './LevelChoice.js'
import styles from './SaveDialog.module.css'
import { SaveOutcome } from './SaveOutcome.js'

/** How much of the session is kept, what that means, and what came of it. */
export function SaveDialog({ onClose }: { readonly onClose: () => void }) {
  const TEXT = useWords().recording.save
  const recorded = useView(({ recording }) => recording?.level)
  const [level, setLevel] = useState<RecordingLevel>(recorded === 'wire' ? 'wire' : 'decrypted')
  const field = useUi((state) => state.field)
  const { save } = useActions()
  const saving = useApp((state) => state.saving)
  const [before] = useState(saving)
  const outcome = saving === before ? undefined : saving
  const isMade = outcome?.state === 'made'
  return (
    <Dialog title={recorded ? TEXT.recording : TEXT.session} onClose={onClose}>
      <LevelChoice level={level} most={recorded} onChange={setLevel} />
      <InTheFile level={level} />
      <SeedLink />
      {outcome && <SaveOutcome saving={outcome} />}
      <p className={styles.buttons}>
        {isMade && (
          <Button onClick={onClose} look="primary">
            {TEXT.done}
          </Button>
        )}
        <Button
          look={isMade ? 'plain' : 'primary'}
          disabled={outcome?.state === 'making'}
          onClick={() => save(level, field)}
          data-testid="save-confirm"
        >
          <Save size={14} aria-hidden />
          {isMade ? TEXT.saveAgain : TEXT.save}
        </Button>
      </p>
    </Dialog>
  )
}

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Open from the start; the focus goes in, and back to where it was. */
function Dialog({ title, onClose, children }: DialogProps) {
  const TEXT = useWords().recording
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    const { activeElement } = document
    element?.showModal()
    return () => {
      element?.close()
      if (activeElement instanceof HTMLElement) activeElement.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      data-testid="save-dialog"
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <Button look="ghost" icon aria-label={TEXT.close} onClick={onClose}>
            <X size={16} aria-hidden />
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
