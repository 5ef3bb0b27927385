import { SIMULATED } from '@v2scope/recording'
import { TriangleAlert, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { DEMO } from '../../session/targets.js'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useView } from '../session-hooks.js'
import styles from './Composer.module.css'
import { type Composition, compose } from './compose.js'
import { useComposer } from './composer-store.js'
import { FormContext } from './form-context.js'
import { presentSeconds } from './number-text.js'
import { Preview } from './Preview.js'
import type { Problem } from './problem.js'
import { SendBar } from './SendBar.js'
import { Subject } from './Subject.js'
import { useSeenHashes } from './seen-hashes.js'
import { TypePicker } from './TypePicker.js'
import { useSend } from './use-send.js'
import { WrongOnPurpose } from './WrongOnPurpose.js'

interface Props {
  /** On a phone it takes the whole screen. */
  readonly modal: boolean
  readonly onClose: () => void
}

/** Any message, right or wrong on purpose: a form, its bytes, and the way to the peer. */
export function Composer({ modal, onClose }: Props) {
  const TEXT = useWords().composer
  const dialog = useShown(modal)
  const state = useComposer()
  const v1 = useView(({ status }) => status.transport === 'v1')
  const isReal = useView(({ settings }) => settings.peer !== SIMULATED && settings.peer !== DEMO)
  const now = useNow(state)
  const composition = useMemo(() => compose(state, { v1, now }), [state, v1, now])
  const surroundings = useSurroundings(composition)
  const { send, sent } = useSend()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  const onSend = () => {
    const latest = compose(state, { v1, now: presentSeconds() })
    if (latest.ok) send(latest.composed.order)
  }
  return (
    <dialog
      ref={dialog}
      className={styles.composer}
      aria-label={TEXT.title}
      data-testid="composer"
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.head}>
        <h2>{TEXT.title}</h2>
        <Button look="ghost" icon aria-label={TEXT.close} onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <FormContext value={surroundings}>
        <div className={styles.body}>
          {isReal && (
            <p className={styles.caution} data-testid="composer-caution">
              <TriangleAlert size={14} aria-hidden />
              {TEXT.caution}
            </p>
          )}
          <TypePicker />
          <Subject v1={v1} now={now} />
          <WrongOnPurpose v1={v1} />
          {composition.ok && <Preview composed={composition.composed} v1={v1} />}
        </div>
        <SendBar {...{ composition, sent, onSend }} onLeave={onClose} />
      </FormContext>
    </dialog>
  )
}

/** Opened by its own means, so that the platform knows what is modal. */
function useShown(modal: boolean) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (modal) element?.showModal()
    else element?.show()
    // on a phone the focus would bring up the keyboard
    if (!modal) element?.querySelector('input')?.focus()
    return () => element?.close()
  }, [modal])
  return dialog
}

/** Of the latest change: a preview that changed by itself could not be read. */
function useNow(state: unknown): bigint {
  const [at, setAt] = useState({ state, now: presentSeconds() })
  if (at.state === state) return at.now
  const next = { state, now: presentSeconds() }
  setAt(next)
  return next.now
}

const NO_PROBLEMS: readonly Problem[] = []

function useSurroundings(composition: Composition) {
  const { problem: say } = useWords().composer
  const seen = useSeenHashes()
  const problems = composition.ok ? NO_PROBLEMS : composition.problems
  return useMemo(
    () => ({ seen, problems: new Map(problems.map((problem) => [problem.path, say(problem)])) }),
    [seen, problems, say],
  )
}
