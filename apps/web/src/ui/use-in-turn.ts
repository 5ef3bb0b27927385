/** What grows in each frame of a flood, for parts of the screen that take turns to draw it. */

import { useStore } from 'zustand'
import { withNextFrame } from '../session/next-frame.js'
import type { SessionView } from '../session/session-view.js'
import type { SessionStore, SessionStoreState } from '../session/store.js'
import { useSessionStore, viewOf, wholeViewOf } from './session-hooks.js'
import { type Turn, Turns } from './turns.js'

const known = new WeakMap<SessionStore, Readonly<Record<Turn, SessionStore>>>()

/** The store, as it tells those of a turn of what has changed. */
function storeOf(store: SessionStore, turn: Turn): SessionStore {
  const inTurns = known.get(store) ?? madeOf(store)
  known.set(store, inTurns)
  return inTurns[turn]
}

function madeOf(store: SessionStore): Readonly<Record<Turn, SessionStore>> {
  const turns = new Turns((changed) => store.subscribe(changed), withNextFrame)
  const of = (turn: Turn): SessionStore => ({
    ...store,
    subscribe: (listener) => turns.join(turn, () => listener(store.getState(), store.getState())),
  })
  return { list: of('list'), sums: of('sums') }
}

/** What it gives is never old: but a component may be told a frame later that it has changed. */
const useInTurn = <T>(turn: Turn, select: (state: SessionStoreState) => T): T =>
  useStore(storeOf(useSessionStore(), turn), select)

/** As `useView`, in turn. */
export const useViewInTurn = <T>(turn: Turn, select: (view: SessionView) => T): T =>
  useInTurn(turn, (state) => select(viewOf(state)))

/** As `useWholeView`, in turn. */
export const useWholeViewInTurn = <T>(turn: Turn, select: (view: SessionView) => T): T =>
  useInTurn(turn, (state) => select(wholeViewOf(state)))
