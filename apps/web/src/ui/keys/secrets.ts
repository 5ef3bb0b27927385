/** Whether secrets are shown: one switch for the page, off until the reader turns it, and kept. */

import { create } from 'zustand'

const KEY = 'v2scope.secrets'
const SHOWN = 'shown'

/** Where storage is forbidden, the choice lasts as long as the page. */
function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === SHOWN
  } catch {
    return false
  }
}

export const useSecrets = create<{ readonly shown: boolean }>(() => ({ shown: kept() }))

export function showSecrets(shown: boolean): void {
  useSecrets.setState({ shown })
  try {
    if (shown) localStorage.setItem(KEY, SHOWN)
    else localStorage.removeItem(KEY)
  } catch {
    // it lasts as long as the page
  }
}
