/** What the parts of the store work on: its state, the way to the worker, and what isn't shown. */

import type { Look } from './look.js'
import type { SessionView } from './session-view.js'
import type { SessionStore, SessionStoreOptions } from './store.js'

/** A recording that the worker has been given. */
export interface OpenedFile {
  readonly name: string
  /** As it was asked for; undefined for a file of the user's. */
  readonly url: string | undefined
  /** What is to be selected; undefined: what the recording names. */
  readonly look: Look | undefined
  /** Whether it takes the place of the present session, and the one before that stays. */
  readonly instead?: boolean
}

export class StoreContext {
  readonly options: SessionStoreOptions
  readonly store: SessionStore
  /** By the id of the session that they are to be. */
  readonly opened = new Map<number, OpenedFile>()
  /** Seeds that nobody gave. */
  readonly madeUpSeeds = new Set<string>()
  /** An item that is to be selected once it is there, unless the user selects another before. */
  wanted: { readonly session: number; readonly seq: number } | undefined
  #lastId = 0
  #asks = 0

  constructor(options: SessionStoreOptions, store: SessionStore) {
    this.options = options
    this.store = store
  }

  /** For the next session. */
  newId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  /** Something is opened or started. @returns whether it is still the latest that was asked for */
  ask(): () => boolean {
    this.#asks += 1
    const mine = this.#asks
    return () => mine === this.#asks
  }

  /** Changes the session of this id, if the page still has it. */
  update(id: number, change: (session: SessionView) => Partial<SessionView>): void {
    this.store.setState((state) => {
      const isCurrent = state.current?.id === id
      const session = isCurrent ? state.current : state.previous
      if (session?.id !== id) return state
      const changes = change(session)
      // who listens is told of changes alone
      if (Object.keys(changes).length === 0) return state
      const changed = { ...session, ...changes }
      return isCurrent ? { current: changed } : { previous: changed }
    })
  }

  /** Selects an item of a session, and has its detail brought. */
  select(session: SessionView, seq: number | undefined): void {
    if (session.selected === seq) return
    if (seq === undefined) {
      this.update(session.id, () => ({ selected: undefined, detail: { state: 'none' } }))
      return
    }
    this.update(session.id, () => ({ selected: seq, detail: { state: 'asking' } }))
    this.options.port.post({ type: 'detail', session: session.id, seq })
  }
}
