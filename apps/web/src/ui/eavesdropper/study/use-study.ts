/** A study of the worker's, for the part of the screen that shows it: its seed, and how far it is. */

import { STUDY_SEED, type StudyAsk, type StudyName } from '@v2scope/eavesdropper'
import { useEffect, useState } from 'react'
import { isSeed } from '../../../session/seed.js'
import type { StudyView } from '../../../session/store-eavesdropper.js'
import { useActions, useApp } from '../../session-hooks.js'

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
 * It begins when it is first looked at: it takes a moment, and the result is what there is to see.
 * @param askFor what is to be asked with a seed
 */
export function useStudy<S extends StudyName>(
  name: S,
  askFor: (seed: string) => Extract<StudyAsk, { readonly study: S }>,
): Study<S> {
  const { study, endStudy } = useActions()
  const view = useApp(({ studies }) => studies[name])
  const [seed, write] = useState(view?.ask.seed ?? STUDY_SEED)
  const run = () => {
    if (isSeed(seed)) study(askFor(seed))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where none has been asked for
  useEffect(() => {
    if (!view) run()
  }, [])
  return { view, seed, isSeed: isSeed(seed), write, run, stop: () => endStudy(name) }
}
