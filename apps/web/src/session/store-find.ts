/** The search for bytes: what was asked for, and what has been found so far. */

import type { FromWorker } from './contract.js'
import type { FindHit, Needle } from './find.js'
import type { ByteRange } from './look.js'
import type { SessionView } from './session-view.js'
import type { SessionActions } from './store.js'
import { viewedSession } from './store.js'
import type { StoreContext } from './store-context.js'

export interface SearchView {
  readonly id: number
  /** Of the session that is searched. */
  readonly session: number
  readonly needle: Needle
  readonly scope: ByteRange['view']
  readonly hits: readonly FindHit[]
  /** `seq` of the last event that was searched. */
  readonly until: number
  /** `full`: there are more than can be gone through. */
  readonly state: 'searching' | 'done' | 'full'
}

export function findActions(
  context: StoreContext,
): Pick<SessionActions, 'find' | 'findOn' | 'endFind'> {
  const { store } = context
  const { port } = context.options
  const search = (view: SearchView) => {
    store.setState({ search: { ...view, state: 'searching' } })
    const { id, session, needle, scope, until, hits } = view
    port.post({ type: 'find', session, find: id, needle, scope, after: until, hits: hits.length })
  }
  return {
    find: (needle, scope) => {
      const session = viewedSession(store.getState())
      const id = (store.getState().search?.id ?? 0) + 1
      if (session) search({ ...NOTHING_FOUND, id, session: session.id, needle, scope })
    },
    findOn: () => {
      const { search: view } = store.getState()
      const session = viewedSession(store.getState())
      if (view?.state !== 'done' || view.session !== session?.id) return
      if (isLater(session, view)) search(view)
    },
    endFind: () => {
      port.post({ type: 'end_find' })
      store.setState({ search: undefined })
    },
  }
}

const NOTHING_FOUND: Pick<SearchView, 'hits' | 'until' | 'state'> = {
  hits: [],
  until: -1,
  state: 'searching',
}

/** Whether something has come since. */
const isLater = ({ items }: SessionView, { until }: SearchView): boolean =>
  (items.last()?.seq ?? -1) > until

export function takeFound(
  { store }: StoreContext,
  { session, find, hits, until, state }: Extract<FromWorker, { type: 'found' }>,
): void {
  store.setState(({ search }) => {
    if (search?.id !== find || search.session !== session) return {}
    const all = hits.length > 0 ? [...search.hits, ...hits] : search.hits
    return { search: { ...search, hits: all, until, state } }
  })
}
