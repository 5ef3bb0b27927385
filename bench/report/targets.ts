/** What was promised, and how far what was measured is from it. */

import {
  BASELINE,
  CONTENTS_ALONE,
  FAST,
  FAST_INTO,
  NODE_NATIVE,
  PAGE,
  REFERENCE,
} from '../contenders/names.js'
import type { Part, Result, Row, Where } from '../measure/rows.js'
import { isLessBetter, ratio, resultOf } from '../measure/rows.js'

/** One thing that a target asks for. */
export type Demand =
  /** At least so many times as fast as the other. */
  | { readonly asks: 'ratio'; readonly to: string; readonly atLeast: number }
  /** At least so much, or at most, as the row's unit has it. */
  | { readonly asks: 'amount'; readonly bound: number }

export interface Target {
  readonly part: Part
  readonly row: string
  readonly where: Where
  /** Whose result is meant: the first of these that was measured. */
  readonly of: readonly string[]
  readonly demands: readonly Demand[]
}

/**
 * Bytes that an object takes in Node at the least: where it is less for each packet, nothing is made for
 * a packet, and a change of keys has its share.
 */
const SMALLEST_OBJECT = 24

const OURS = [FAST, REFERENCE]
const times = (atLeast: number, to = BASELINE): Demand => ({ asks: 'ratio', to, atLeast })
const bound = (amount: number): Demand => ({ asks: 'amount', bound: amount })

const ours = (part: Part, row: string, where: Where, ...demands: Demand[]): Target => ({
  part,
  row,
  where,
  of: OURS,
  demands,
})
const page = (row: string, demand: Demand): Target => ({
  part: 'page',
  row: `page/${row}`,
  where: 'chromium',
  of: [PAGE],
  demands: [demand],
})

export const TARGETS: readonly Target[] = [
  ours('crypto', 'crypto/handshake', 'chromium', times(3)),
  ours('crypto', 'crypto/fresh', 'chromium', times(5), bound(6)),
  ours('packets', 'packets/decrypt/32', 'chromium', times(15), bound(1_000_000)),
  ours('packets', 'packets/encrypt/32', 'chromium', times(15), bound(1_000_000)),
  ours('packets', 'packets/decrypt/1000', 'chromium', times(6)),
  ours('packets', 'packets/encrypt/1000', 'chromium', times(6)),
  ours('packets', 'packets/decrypt/100000', 'chromium', times(4)),
  ours('packets', 'packets/encrypt/100000', 'chromium', times(4)),
  ours('packets', 'packets/decrypt/4000000', 'chromium', times(4)),
  ours('packets', 'packets/encrypt/4000000', 'chromium', times(4)),
  ours('packets', 'packets/decrypt/100000', 'node', times(0.25, NODE_NATIVE)),
  ours('packets', 'packets/encrypt/100000', 'node', times(0.25, NODE_NATIVE)),
  ours('packets', 'packets/allocation', 'node', times(0.95, CONTENTS_ALONE)),
  {
    part: 'packets',
    row: 'packets/allocation',
    where: 'node',
    of: [FAST_INTO],
    demands: [bound(SMALLEST_OBJECT)],
  },
  page('records', bound(500_000)),
  page('pace-frames', bound(55)),
  page('pace-work', bound(10)),
  page('heap', bound(150)),
  page('lcp', bound(1_500)),
  page('established', bound(1_500)),
  page('block-frames', bound(55)),
  page('block-work', bound(10)),
  page('full-speed-frames', bound(55)),
  page('full-speed-work', bound(10)),
]

export interface Verdict {
  readonly demand: Demand
  /** A ratio, or an amount in the row's unit. */
  readonly measured: number
  readonly isMet: boolean
}

export interface Judged {
  readonly target: Target
  readonly row: Row
  readonly result: Result
  readonly verdicts: readonly Verdict[]
}

function verdictOf(demand: Demand, row: Row, result: Result): Verdict | undefined {
  if (demand.asks === 'amount') {
    const { median } = result
    const isMet = isLessBetter(row.unit) ? median <= demand.bound : median >= demand.bound
    return { demand, measured: median, isMet }
  }
  const other = resultOf(row, demand.to)
  if (!other) return undefined
  const measured = ratio(row.unit, result, other)
  return { demand, measured, isMet: measured >= demand.atLeast }
}

/** By how much a demand is missed, as a share of it: 0.1 is a tenth too little, or too much. */
export function shortfall({ demand, measured, isMet }: Verdict): number {
  if (isMet) return 0
  const wanted = demand.asks === 'amount' ? demand.bound : demand.atLeast
  return Math.abs(measured - wanted) / wanted
}

/** @returns undefined where it was not measured */
export function judge(target: Target, rows: readonly Row[]): Judged | undefined {
  const row = rows.find(({ id, where }) => id === target.row && where === target.where)
  const result = target.of.map((name) => resultOf(row, name)).find((found) => found !== undefined)
  if (!row || !result) return undefined
  const verdicts = target.demands.flatMap((demand) => verdictOf(demand, row, result) ?? [])
  return { target, row, result, verdicts }
}
