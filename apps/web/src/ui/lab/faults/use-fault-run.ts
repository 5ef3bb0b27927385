/** How the fault that is chosen stands in the present session. */

import type { FaultPlan, FaultStanding } from '@v2scope/lab'
import { useEffect } from 'react'
import { useApp } from '../../session-hooks.js'
import { happened } from './guesses.js'
import { planText } from './plan-text.js'

export type FaultRun =
  | { readonly state: 'not run' }
  /** The session begins, or waits for the moment; it has happened and is watched. */
  | { readonly state: 'running'; readonly standing: FaultStanding | undefined }
  /** The session ended before anything could be seen. */
  | { readonly state: 'in vain'; readonly standing: FaultStanding | undefined }
  | {
      readonly state: 'over'
      readonly standing: FaultStanding & Required<Pick<FaultStanding, 'outcome'>>
    }

const NOT_RUN: FaultRun = { state: 'not run' }

export function useFaultRun(plan: FaultPlan | undefined): FaultRun {
  const planned = useApp(({ current }) => current?.lab?.fault)
  const standing = useApp(({ current }) => current?.status.lab?.fault)
  const isOver = useApp(
    ({ current }) => current?.status.state === 'failed' || current?.status.state === 'closed',
  )
  const shown = standing?.plan ?? planned
  if (!plan || !shown || planText(shown) !== planText(plan)) return NOT_RUN
  if (standing?.outcome)
    return { state: 'over', standing: { ...standing, outcome: standing.outcome } }
  const isInVain = isOver || standing?.state === 'over'
  return { state: isInVain ? 'in vain' : 'running', standing }
}

/** Keeps what comes of each fault, whichever is looked at. */
export function useNoteOutcomes(): void {
  const standing = useApp(({ current }) => current?.status.lab?.fault)
  useEffect(() => {
    if (standing?.outcome) happened(planText(standing.plan), standing.outcome)
  }, [standing])
}
