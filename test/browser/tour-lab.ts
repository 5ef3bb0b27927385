/** The Lab and everything that can be seen in it, one after the other. */

import { faults } from './tour-faults.js'
import { decoysAndShaping, manInTheMiddle } from './tour-lab-panels.js'
import type { Tour } from './tour-steps.js'

/** At any width. */
export async function tourOfLab(tour: Tour): Promise<void> {
  await faults(tour)
  await manInTheMiddle(tour)
  await decoysAndShaping(tour)
}
