/** With whom the Lab starts a session: the peer of the present one, or another that was chosen here. */

import type { LabPlan } from '@v2scope/lab'
import { INBOUND, SIMULATED } from '@v2scope/recording'
import { create } from 'zustand'
import { networkNamed } from '../../../session/address.js'
import type { Target } from '../../../session/targets.js'
import { useActions, useApp } from '../../session-hooks.js'
import { type Draft, draftOf, peerOf, settingsOf, withPeer, wrongIn } from '../../setup/draft.js'

/** Written here and not yet started; undefined: the present session's. */
const useChosen = create<{ readonly draft: Draft | undefined }>(() => ({ draft: undefined }))

const SIMULATED_DRAFT = draftOf({
  peer: SIMULATED,
  ...networkNamed('regtest'),
  garbage: undefined,
  decoys: 0,
  role: 'initiator',
  transport: 'v2',
})

interface LabPeerState {
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly choose: (peer: string) => void
  /** Whether what is written names a peer. */
  readonly canStart: boolean
  /** Whether it is another than the present session's. */
  readonly isOther: boolean
  /** Starts a fresh session with it, in the place of the present one. Nothing where it can't. */
  readonly start: (plan: LabPlan, setup?: LabSetup) => void
}

/** How a session has to be set up for what the Lab does; what is not said is as it is by itself. */
export interface LabSetup {
  /** In bytes. */
  readonly garbage?: number
  readonly decoys?: number
}

/** What the Lab does is done from the start of a session, which is always v2, and is never held. */
export function useLabPeer(): LabPeerState {
  const actions = useActions()
  const targets = useApp((state) => state.targets)
  const current = useApp((state) => state.current)
  const chosen = useChosen((state) => state.draft)
  const draft =
    chosen ?? (current && !current.recording ? draftOf(current.settings) : SIMULATED_DRAFT)
  const change = (next: Draft) => useChosen.setState({ draft: next })
  const canStart = wrongIn(draft).length === 0
  return {
    draft,
    change,
    choose: (peer) => change(withChosen(draft, peer, targets)),
    canStart,
    isOther: !current || current.recording !== undefined || peerOf(draft) !== current.settings.peer,
    start: (plan, { garbage, decoys = 0 } = {}) => {
      if (!canStart) return
      useChosen.setState({ draft: undefined })
      const settings = { ...settingsOf(draft), garbage, decoys }
      actions.start(settings, false, plan)
    },
  }
}

/** With a simulated peer the role stays as it was; a node that we dialled is no responder of ours. */
const withChosen = (draft: Draft, peer: string, targets: readonly Target[]): Draft =>
  withPeer(draft.peer === INBOUND ? { ...draft, role: 'initiator' } : draft, peer, targets)
