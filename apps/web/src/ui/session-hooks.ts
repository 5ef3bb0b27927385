/** How components take from the session's store: narrowly, and always of the session that is shown. */

import { Networks } from '@v2scope/bip324'
import { SIMULATED } from '@v2scope/recording'
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { newSession, type SessionView } from '../session/session-view.js'
import {
  type SessionActions,
  type SessionStore,
  type SessionStoreState,
  viewedSession,
} from '../session/store.js'
import { viewAt } from '../session/view-at.js'

export const StoreContext = createContext<SessionStore | undefined>(undefined)

/** What is shown before there is a session. */
const NOTHING_YET = newSession(0, {
  peer: SIMULATED,
  network: 'regtest',
  magic: Networks.regtest.magic,
  garbage: undefined,
  decoys: 0,
  role: 'initiator',
  transport: 'v2',
})

export function useSessionStore(): SessionStore {
  const store = useContext(StoreContext)
  if (store === undefined) throw new Error('There is no StoreContext around this component')
  return store
}

/** The session that is shown, as it stands now. */
export const wholeViewOf = (state: SessionStoreState): SessionView =>
  viewedSession(state) ?? NOTHING_YET

/** The session that is shown, as it stood where the cursor is. */
export const viewOf = (state: SessionStoreState): SessionView => viewAt(wholeViewOf(state))

export const useApp = <T>(select: (state: SessionStoreState) => T): T =>
  useStore(useSessionStore(), select)

/**
 * The session that is shown, as it stood where the cursor is.
 * @param select gives the same value for the same session, or a primitive
 */
export const useView = <T>(select: (view: SessionView) => T): T =>
  useApp((state) => select(viewOf(state)))

/** The session that is shown, as it stands now, wherever the cursor is. */
export const useWholeView = <T>(select: (view: SessionView) => T): T =>
  useApp((state) => select(wholeViewOf(state)))

export const useActions = (): SessionActions => useApp((state) => state.actions)

/** Whether what is shown goes on: the present session, not the one before it. */
export const useIsPresent = (): boolean =>
  useApp(({ viewed, previous }) => viewed === 'current' || previous === undefined)

/** Whether what is shown is the present session, and no recording. */
export const useIsLive = (): boolean => {
  const present = useIsPresent()
  const recorded = useView(({ recording }) => recording !== undefined)
  return present && !recorded
}

/** Whether something can be sent. */
export const useCanSend = (): boolean =>
  useApp(
    ({ viewed, current }) =>
      viewed === 'current' &&
      current !== undefined &&
      current.recording === undefined &&
      current.status.state === 'ready',
  )

/** Whether the reader has moved the cursor away from the end. */
export const useIsStepping = (): boolean =>
  useApp((state) => state.stepping.run !== 'opening' && viewedSession(state)?.cursor !== undefined)

/** Whether a node can be let dial us: where the bridge doesn't tell, it may. */
export const useMayListen = (): boolean =>
  useApp(({ bridge, limits }) => limits?.listens ?? bridge === 'present')

export type Report = 'none' | 'asking' | 'equal' | 'different' | 'unavailable'

/** What the peer itself says of the session id, against ours. */
export const useReport = (): Report =>
  useView(({ peerReport, status }): Report => {
    if (peerReport.state !== 'reported') return peerReport.state
    if (peerReport.sessionId === undefined || status.sessionId === undefined) return 'asking'
    return peerReport.sessionId === status.sessionId ? 'equal' : 'different'
  })
