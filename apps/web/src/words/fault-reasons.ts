/** Which of the reasons is a fault's: why it ends as it does depends on what is done, and to what. */

import type { FaultPlan, Interference, Misbehaviour, Place, StreamPart } from '@v2scope/lab'

/** Header, contents and tag are sealed together. */
export type SealedPart = Exclude<Place['at'], 'next packet'> | 'length field' | 'sealed'

export interface FaultReasons {
  /** By what is done, and where it matters by what it is done to. */
  readonly wire: Readonly<
    Record<Interference['kind'], Readonly<Record<SealedPart, string>> | string>
  >
  readonly peer: Readonly<Record<Misbehaviour, string>>
}

/** @param part what was hit, once it has happened: of a byte, nobody can say so before */
export function reasonOf({ wire, peer }: FaultReasons, plan: FaultPlan, part?: StreamPart): string {
  if (plan.on === 'peer') return peer[plan.misbehaviour]
  const { where, what } = plan.fault
  const reasons = wire[what.kind]
  return typeof reasons === 'string'
    ? reasons
    : reasons[hit(where, what, part) ?? partOf(where, what)]
}

/** Bits may be beyond the end of their place. */
function hit(where: Place, what: Interference, part: StreamPart | undefined) {
  return part && (where.at === 'byte' || what.kind === 'flip') ? HIT[part] : undefined
}

const HIT: Readonly<Partial<Record<StreamPart, SealedPart>>> = {
  key: 'key',
  garbage: 'garbage',
  terminator: 'terminator',
  'length field': 'length field',
  header: 'sealed',
  contents: 'sealed',
  tag: 'sealed',
}

const LENGTH_BITS = 24

function partOf(where: Place, what: Interference): SealedPart {
  if (where.at !== 'packet' && where.at !== 'next packet') return where.at
  if (where.part) return where.part === 'length field' ? 'length field' : 'sealed'
  if (what.kind !== 'flip') return 'packet'
  return what.bits.every((bit) => bit < LENGTH_BITS) ? 'length field' : 'sealed'
}
