/** The Lab, in the way of a session that it has something to do with. */

import type { Lab } from '@v2scope/lab'
import type { LayerMaker } from '@v2scope/recording'
import type { ToWorker } from './contract.js'
import type { LabCode } from './lazy-code.js'
import type { LabHandle } from './session-driver.js'

interface LabParts {
  readonly layer: LayerMaker
  readonly lab: () => LabHandle | undefined
}

/** @param code fetched where the session has a plan of the Lab's; nothing where it has none */
export function labParts(
  { lab: plan, settings }: Extract<ToWorker, { type: 'start' }>,
  code: LabCode | undefined,
): LabParts | undefined {
  if (!plan || !code) return undefined
  let lab: Lab | undefined
  return {
    layer: (world, onChange) => {
      lab = new code.Lab({ plan, settings, world, onChange })
      return lab
    },
    lab: () => lab,
  }
}
