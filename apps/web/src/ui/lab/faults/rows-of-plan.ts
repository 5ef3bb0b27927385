/** The rows of the protocol that a fault of one's own is about, the first above all. */

import type { FaultPlan, Interference, Place } from '@v2scope/lab'
import type { Row } from '../../explanations.js'

export function rowsOf(plan: FaultPlan): readonly Row[] {
  if (plan.on === 'peer') return []
  const { where, what } = plan.fault
  return ROWS_OF_KIND[what.kind] ?? rowsOfPlace(where)
}

/** Where it does not matter of what they are done. */
const ROWS_OF_KIND: Readonly<Partial<Record<Interference['kind'], readonly Row[]>>> = {
  delay: ['S4'],
  fragment: ['H8'],
  replay: ['C1', 'C2', 'P3', 'P4'],
}

function rowsOfPlace(where: Place): readonly Row[] {
  switch (where.at) {
    case 'byte':
      return ['K1', 'H6', 'P5']
    case 'key':
      return ['K1', 'K5', 'H5']
    case 'garbage':
      return ['H6']
    case 'terminator':
      return ['H5', 'S4']
    case 'packet':
    case 'next packet':
      return where.part === 'length field' ? ['P4', 'P3'] : ['P5', 'C1']
  }
}
