/** What the Lab's part of an address says: `#/lab?tab=faults&fault=ID`. It opens it, and runs nothing. */

import { create } from 'zustand'
import { Query } from '../../session/query.js'
import { setScreenQuery } from '../ui-store.js'

export const LAB_TABS = ['faults', 'mallory', 'shaping'] as const
export type LabTab = (typeof LAB_TABS)[number]

interface LabRoute {
  readonly tab: LabTab
  /** Id of the fault that is chosen. */
  readonly fault: string | undefined
}

export const useLabRoute = create<LabRoute>(() => ({ tab: 'faults', fault: undefined }))

export const showLabTab = (tab: LabTab): void => useLabRoute.setState({ tab })
export const chooseFault = (fault: string): void => useLabRoute.setState({ fault })

/** Of an address that does not name them, what was chosen before stays. */
export function readLabRoute(hash: string): void {
  if (!hash.startsWith('#/lab')) return
  const query = new Query(hash)
  const tab = LAB_TABS.find((name) => name === query.word('tab'))
  const fault = query.word('fault')
  useLabRoute.setState({ ...(tab && { tab }), ...(fault !== undefined && { fault }) })
}

/** Keeps the address in step with it while the Lab is shown. @returns what ends that */
export function keepLabRoute(): () => void {
  readLabRoute(location.hash)
  const write = () => {
    const { tab, fault } = useLabRoute.getState()
    setScreenQuery({ tab, ...(tab === 'faults' && fault !== undefined && { fault }) })
  }
  write()
  // the address may have been written over by the time that this is told
  const onHash = ({ newURL }: HashChangeEvent) => readLabRoute(new URL(newURL).hash)
  addEventListener('hashchange', onHash)
  const unsubscribe = useLabRoute.subscribe(write)
  return () => {
    removeEventListener('hashchange', onHash)
    unsubscribe()
    setScreenQuery(undefined)
  }
}
