/** Asks before a tab is left with a live session in it that has not been saved. */

import { SIMULATED } from '@v2scope/recording'
import type { SessionView } from './session-view.js'
import type { SessionStore } from './store.js'

/** Of a window. */
export interface LeaveTarget {
  addEventListener(
    type: 'beforeunload',
    listener: (event: Pick<BeforeUnloadEvent, 'preventDefault' | 'returnValue'>) => void,
  ): void
}

/** The browser asks in its own words. */
export function guardLeaving(store: SessionStore, target: LeaveTarget): void {
  target.addEventListener('beforeunload', (event) => {
    const { current, previous } = store.getState()
    if (!isUnsaved(current) && !isUnsaved(previous)) return
    event.preventDefault()
    // what browsers before 2024 went by
    event.returnValue = true
  })
}

/** A simulated session can be made again, and a recording is a file already. */
function isUnsaved(session: SessionView | undefined): boolean {
  if (!session || session.recording || session.settings.peer === SIMULATED) return false
  const last = session.items.last()
  return last !== undefined && last.seq > session.savedUntil
}
