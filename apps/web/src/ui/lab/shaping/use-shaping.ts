/** How the shaping stands in the session that is shown. */

import { SIMULATED } from '@v2scope/recording'
import { useMemo } from 'react'
import { useWholeView } from '../../session-hooks.js'
import { useLabPeer } from '../peer/lab-peer.js'
import { planOf, useShapingChoice } from './shaping-choice.js'

/** Undefined where the session that is shown is none of the Lab's. */
export const useShapingStanding = () => useWholeView(({ status }) => status.lab?.shaping)

/** Whether the session that is shown can be shaped while it runs. */
export const useIsShapeable = (): boolean =>
  useWholeView(
    ({ lab, status: { state } }) => lab !== undefined && state !== 'closed' && state !== 'failed',
  )

/** What is chosen, as a plan for the next session, or what is wrong with it. */
export function useChosenPlan() {
  const choice = useShapingChoice()
  const isSimulated = useLabPeer().draft.peer === SIMULATED
  return useMemo(() => planOf(choice, isSimulated), [choice, isSimulated])
}
