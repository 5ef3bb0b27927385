import { useState } from 'react'
import { formatAddress } from '../../session/address.js'
import { forgetStartHeld, useStartsHeld } from '../hold/start-held.js'
import { useActions, useApp, useIsPresent, useView } from '../session-hooks.js'
import { type Draft, draftOf, isSame, ON_SHOW, settingsOf, type Wrong, wrongIn } from './draft.js'

export interface DraftState {
  readonly draft: Draft | undefined
  readonly change: (draft: Draft) => void
  /** Whether it differs from the present session. */
  readonly changed: boolean
  /** The last session is shown, with its own settings: nothing can be written or applied. */
  readonly readOnly: boolean
  readonly wrong: readonly Wrong[]
  /** Connects with what is written, or again with what was. */
  readonly connect: () => void
}

/** What is written in the fields; a session that starts fills them anew, and the last has its own. */
export function useDraft(): DraftState {
  const current = useApp((state) => state.current?.settings)
  const recorded = useApp(({ current }) => current?.recording !== undefined)
  const id = useApp((state) => state.current?.id)
  const shown = useView((view) => view.settings)
  const readOnly = !useIsPresent()
  const isHeld = useStartsHeld()
  const actions = useActions()
  const [written, setWritten] = useState<
    { readonly id: number; readonly draft: Draft } | undefined
  >()
  const started = current && { ...draftOf(current), ...(recorded && { recording: ON_SHOW }) }
  const draft = written && written.id === id ? written.draft : started
  const changed = draft !== undefined && started !== undefined && !isSame(draft, started)
  const wrong = draft ? wrongIn(draft) : []
  if (readOnly) {
    const nothing = () => {}
    const asItWas = { draft: draftOf(shown), changed: false, wrong: [] }
    return { ...asItWas, readOnly, change: nothing, connect: nothing }
  }
  return {
    draft,
    changed,
    readOnly,
    wrong,
    change: (next) => {
      if (id !== undefined) setWritten(next.recording === ON_SHOW ? undefined : { id, draft: next })
    },
    connect: () => {
      if (draft === undefined || wrong.length > 0) return
      if (!changed) {
        actions.again(isHeld)
        forgetStartHeld()
        return
      }
      if (draft.recording !== undefined) {
        void actions.openUrl(draft.recording)
        return
      }
      const settings = settingsOf(draft)
      history.replaceState(null, '', formatAddress(settings))
      actions.start(settings, isHeld)
      forgetStartHeld()
    },
  }
}
