/** The rows of the protocol that a fault of one's own is about, the first above all. */

import type { FaultPlan, Interference, Place, StreamPart } from '@v2scope/lab'
import type { Row } from '../../explanations.js'

/** @param part what was hit, once it has happened */
export function rowsOf(plan: FaultPlan, part?: StreamPart): readonly Row[] {
  if (plan.on === 'peer') return []
  const { where, what } = plan.fault
  const rows = ROWS_OF_KIND[what.kind]
  if (rows) return rows
  const of = part && (where.at === 'byte' || what.kind === 'flip') ? part : partOf(where)
  return what.kind === 'truncate' ? (ROWS_OF_CUT[of] ?? CUT_IN_PACKET) : ROWS_OF_PART[of]
}

/** Where it does not matter of what they are done. */
const ROWS_OF_KIND: Readonly<Partial<Record<Interference['kind'], readonly Row[]>>> = {
  delay: ['S4'],
  fragment: ['H8'],
  replay: ['C1', 'C2', 'P3', 'P4'],
}

const CUT_IN_PACKET: readonly Row[] = ['P4', 'P5']
const ROWS_OF_CUT: Readonly<Partial<Record<StreamPart, readonly Row[]>>> = {
  key: ['S2', 'H4'],
  garbage: ['H4', 'H5'],
  terminator: ['H4', 'H5'],
}

const SEALED: readonly Row[] = ['P5', 'C1']
const ROWS_OF_PART: Readonly<Record<StreamPart, readonly Row[]>> = {
  key: ['K1', 'K5', 'H5'],
  garbage: ['H6'],
  terminator: ['H5', 'S4'],
  'length field': ['P4', 'P3'],
  header: SEALED,
  contents: SEALED,
  tag: SEALED,
  'v1 header': ['H2'],
  'v1 payload': ['H2'],
  // of a byte that has not come
  unknown: ['K1', 'H6', 'P5'],
}

function partOf(where: Place): StreamPart {
  switch (where.at) {
    case 'byte':
      return 'unknown'
    case 'key':
    case 'garbage':
    case 'terminator':
      return where.at
    case 'packet':
    case 'next packet':
      return where.part ?? 'contents'
  }
}
