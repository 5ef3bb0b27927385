/** What the bench finds out, as it stands in the JSON: a row for each thing that was measured. */

import type { Summary } from './statistics.js'

export const PARTS = ['crypto', 'packets', 'page'] as const
export type Part = (typeof PARTS)[number]

export type Where = 'node' | 'chromium'

/** `ms` and `B` are the better the less they are; the others the more. */
export type Unit = 'ms' | 'B' | 'MB' | 'packets/s' | 'MB/s' | 'records/s' | 'frames/s'

export interface Row {
  /** Its own among the rows of a run: `packets/decrypt/32`, and the engine is told apart by `where`. */
  readonly id: string
  readonly where: Where
  /** In a few words. */
  readonly what: string
  readonly unit: Unit
  readonly results: readonly Result[]
}

export interface Result extends Summary {
  readonly contender: string
}

/** Something that grows: its cost at several sizes. */
export interface Growth {
  readonly id: string
  readonly where: Where
  readonly what: string
  /** What n counts. */
  readonly of: string
  readonly unit: Unit
  readonly contender: string
  readonly points: readonly { readonly n: number; readonly value: number }[]
  /** k, where the cost grows like nᵏ from the size on that `from` says. */
  readonly exponent: number
  readonly from: number
  /** What k should be: 1 where the cost is for all of n, 0 where n should not matter. */
  readonly wanted: 0 | 1
}

export interface Findings {
  readonly rows: readonly Row[]
  readonly growth: readonly Growth[]
}

export const isLessBetter = (unit: Unit): boolean => unit === 'ms' || unit === 'B' || unit === 'MB'

export const resultOf = (row: Row | undefined, contender: string): Result | undefined =>
  row?.results.find((result) => result.contender === contender)

/** How many times as fast (or as small) `a` is as `b`. */
export const ratio = (unit: Unit, a: Summary, b: Summary): number =>
  isLessBetter(unit) ? b.median / a.median : a.median / b.median
