/** A page that was opened for a recording which can't be shown has a session to show nevertheless. */

import type { SessionStore } from './store.js'

/** Starts a session as the page without an address does; why the recording is not shown stays said. */
export function startInstead(store: SessionStore): void {
  store.subscribe(({ opening, current, actions }, before) => {
    const isRefused = opening.state === 'refused' && before.opening !== opening
    if (isRefused && !current) void actions.open('')
  })
}
