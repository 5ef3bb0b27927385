/** What is wrong with the settings of a strategy. */

import type { Refusal } from '@v2scope/recording'
import { limitsOf, type Shaping } from './strategies.js'

/** @returns undefined where nothing is */
export function shapingProblem(shaping: Shaping): Refusal | undefined {
  for (const [what, value, least, most] of limitsOf(shaping)) {
    if (Number.isInteger(value) && value >= least && value <= most) continue
    const text = `${what} must be a whole number from ${least} to ${most}, not ${value}.`
    return { code: 'BAD_ARGUMENT', text }
  }
  return undefined
}
