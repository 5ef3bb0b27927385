/** Has what is chosen measured by the study of traffic, a little after the reader has stopped choosing. */

import { type ShapingMeasure, STUDY_SEED } from '@v2scope/eavesdropper'
import type { ShapingPlan } from '@v2scope/lab'
import { useEffect } from 'react'
import { useActions, useApp } from '../../session-hooks.js'
import { isSamePlan } from './shaping-choice.js'
import { useChosenPlan } from './use-shaping.js'

const PAUSE_MS = 700
/** What is measured without any strategy: it does nothing. */
const UNSHAPED: ShapingPlan = {
  shaping: { strategy: 'handshake decoys', count: 0, most: 20 },
}

export type Measure =
  /** There is nothing to be measured: the settings are wrong. */
  | { readonly state: 'bad' }
  | {
      readonly state: 'running' | 'failed' | 'done'
      readonly progress: number
      /** The latest there is; undefined before the first. */
      readonly result: ShapingMeasure | undefined
      /** Whether it is of what is chosen. */
      readonly isPresent: boolean
    }

export function useMeasure(): Measure {
  const chosen = useChosenPlan()
  const { study, endStudy } = useActions()
  const view = useApp(({ studies }) => studies.shaping)
  const plan = 'plan' in chosen ? (chosen.plan ?? UNSHAPED) : undefined
  const asked = view?.ask.plan
  const isAsked = view !== undefined && view.state !== 'stopped' && isSamePlan(asked, plan)
  useEffect(() => {
    if (!plan || isAsked) return
    const timer = setTimeout(() => study({ study: 'shaping', seed: STUDY_SEED, plan }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [plan, isAsked, study])
  // who looks at something else needs it no more
  useEffect(() => () => endStudy('shaping'), [endStudy])
  if ('problem' in chosen) return { state: 'bad' }
  const result = view?.result
  const isPresent = isSamePlan(result?.plan, plan)
  const state = isPresent ? 'done' : view?.state === 'failed' && isAsked ? 'failed' : 'running'
  return { state, progress: isAsked ? (view?.progress ?? 0) : 0, result, isPresent }
}
