/** The catalogue as it is listed: a fault in either direction, or of either peer, is one line. */

import { type CatalogueFault, FAULTS, type FaultPlan } from '@v2scope/lab'
import { kindText } from './plan-text.js'

export interface ListedFault {
  readonly kind: string
  readonly on: FaultPlan['on']
  /** In each direction that there is, or by each peer. */
  readonly variants: readonly CatalogueFault[]
}

export const LISTED: readonly ListedFault[] = listed(FAULTS)

function listed(faults: readonly CatalogueFault[]): readonly ListedFault[] {
  const byKind = new Map<
    string,
    { kind: string; on: FaultPlan['on']; variants: CatalogueFault[] }
  >()
  for (const fault of faults) {
    const kind = `${fault.plan.on}.${kindText(fault.plan)}`
    const line = byKind.get(kind)
    if (line) line.variants.push(fault)
    else byKind.set(kind, { kind, on: fault.plan.on, variants: [fault] })
  }
  return [...byKind.values()]
}

export const catalogued = (id: string | undefined): CatalogueFault | undefined =>
  FAULTS.find((fault) => fault.id === id)

export const lineOf = (id: string): ListedFault | undefined =>
  LISTED.find(({ variants }) => variants.some((fault) => fault.id === id))
