/** A study, brought to its end. */

import type { Steps, Studies, StudyName } from '../src/index.js'

/** @param name of the study that was asked for, by which its result is known */
export function finished<S extends StudyName>(
  steps: Steps<Studies[StudyName]>,
  _name: S,
  onProgress: (progress: number) => void = () => {},
): Studies[S] {
  let step = steps.next()
  for (; !step.done; step = steps.next()) onProgress(step.value)
  return step.value as Studies[S]
}
