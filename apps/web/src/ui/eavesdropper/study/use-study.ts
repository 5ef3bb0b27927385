/** A study of the worker's, for the part of the screen that shows it: its seed, and how far it is. */

import { STUDY_SEED, type StudyAsk, type StudyName } from '@v2scope/eavesdropper'
import { useEffect, useState } from 'react'
import { isSeed } from '../../../session/seed.js'
import type { StudyView } from '../../../session/store-eavesdropper.js'
import { useActions, useApp } from '../../session-hooks.js'
import { nameSeed, useEavesdropperRoute } from '../eavesdropper-route.js'

export interface Study<S extends StudyName> {
  readonly view: StudyView<S> | undefined
  /** As it is written. */
  readonly seed: string
  readonly isSeed: boolean
  readonly write: (seed: string) => void
  readonly run: () => void
  readonly stop: () => void
}

/**
 * It begins when it is first looked at, and when an address names another seed: it takes a moment, and
 * the result is what there is to see.
 * @param askFor what is to be asked with a seed
 */
export function useStudy<S extends StudyName>(
  name: S,
  askFor: (seed: string) => Extract<StudyAsk, { readonly study: S }>,
): Study<S> {
  const { study, endStudy } = useActions()
  const view = useApp(({ studies }) => studies[name])
  const asked = useEavesdropperRoute(({ seeds }) => seeds[name])
  const [seed, write] = useState(asked ?? view?.ask.seed ?? STUDY_SEED)
  const run = () => {
    if (!isSeed(seed)) return
    nameSeed(name, seed)
    study(askFor(seed))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each seed that an address names, and for none
  useEffect(() => {
    const wanted = asked ?? view?.ask.seed ?? STUDY_SEED
    write(wanted)
    if (isSeed(wanted) && wanted !== view?.ask.seed) study(askFor(wanted))
  }, [asked])
  return { view, seed, isSeed: isSeed(seed), write, run, stop: () => endStudy(name) }
}
