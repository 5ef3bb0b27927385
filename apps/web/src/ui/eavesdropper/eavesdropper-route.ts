/** What the Eavesdropper's part of an address says: `#/eavesdropper?tab=traffic&study=SEED`. */

import { STUDY_SEED, type StudyName } from '@v2scope/eavesdropper'
import { create } from 'zustand'
import { Query } from '../../session/query.js'
import type { ScreenQuery } from '../../session/screen-query.js'
import { setScreenQuery } from '../ui-store.js'

export const EAVESDROPPER_TABS = ['stream', 'statistics', 'traffic'] as const
export type EavesdropperTab = (typeof EAVESDROPPER_TABS)[number]

/** The study that a tab shows. */
const STUDIES: Readonly<Partial<Record<EavesdropperTab, StudyName>>> = {
  statistics: 'first bytes',
  traffic: 'traffic',
}

interface EavesdropperRoute {
  readonly tab: EavesdropperTab
  /** Those that an address asked for, or that were run since. */
  readonly seeds: Readonly<Partial<Record<StudyName, string>>>
}

export const useEavesdropperRoute = create<EavesdropperRoute>(() => ({ tab: 'stream', seeds: {} }))

export const showTab = (tab: EavesdropperTab): void => useEavesdropperRoute.setState({ tab })

export const nameSeed = (study: StudyName, seed: string): void =>
  useEavesdropperRoute.setState(({ seeds }) => ({ seeds: { ...seeds, [study]: seed } }))

/** Of an address that does not name one, what was chosen before stays. */
export function readEavesdropperRoute(hash: string): void {
  if (!hash.startsWith('#/eavesdropper')) return
  const query = new Query(hash)
  const asked = query.word('tab')
  const tab = EAVESDROPPER_TABS.find((name) => name === asked)
  if (!tab) return
  showTab(tab)
  const [study, seed] = [STUDIES[tab], query.text('study')]
  if (study && seed !== undefined) nameSeed(study, seed)
}

/** The seed that everybody begins with need not be named. */
function queryOf({ tab, seeds }: EavesdropperRoute): ScreenQuery {
  const study = STUDIES[tab]
  const seed = study && seeds[study]
  return { tab, ...(seed !== undefined && seed !== STUDY_SEED && { study: seed }) }
}

/** Keeps the address in step with it while the screen is shown. @returns what ends that */
export function keepEavesdropperRoute(): () => void {
  readEavesdropperRoute(location.hash)
  const write = () => setScreenQuery(queryOf(useEavesdropperRoute.getState()))
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
