/** What the Eavesdropper's part of an address says: `#/eavesdropper?tab=statistics`. */

import { create } from 'zustand'
import { Query } from '../../session/query.js'
import { setScreenQuery } from '../ui-store.js'

export const EAVESDROPPER_TABS = ['stream', 'statistics', 'traffic'] as const
export type EavesdropperTab = (typeof EAVESDROPPER_TABS)[number]

export const useEavesdropperRoute = create<{ readonly tab: EavesdropperTab }>(() => ({
  tab: 'stream',
}))

export const showTab = (tab: EavesdropperTab): void => useEavesdropperRoute.setState({ tab })

/** Of an address that does not name one, what was chosen before stays. */
export function readEavesdropperRoute(hash: string): void {
  if (!hash.startsWith('#/eavesdropper')) return
  const asked = new Query(hash).word('tab')
  const tab = EAVESDROPPER_TABS.find((name) => name === asked)
  if (tab) showTab(tab)
}

/** Keeps the address in step with it while the screen is shown. @returns what ends that */
export function keepEavesdropperRoute(): () => void {
  readEavesdropperRoute(location.hash)
  const write = () => setScreenQuery({ tab: useEavesdropperRoute.getState().tab })
  write()
  const onHash = ({ newURL }: HashChangeEvent) => readEavesdropperRoute(new URL(newURL).hash)
  addEventListener('hashchange', onHash)
  const unsubscribe = useEavesdropperRoute.subscribe(write)
  return () => {
    removeEventListener('hashchange', onHash)
    unsubscribe()
    setScreenQuery(undefined)
  }
}
