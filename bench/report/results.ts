/** A part's findings as they are kept: `results/PART.json`, or `results/quick/PART.json`, which git ignores. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Findings, PARTS, type Part } from '../measure/rows.js'
import type { Machine } from './machine.js'

export interface PartResults extends Findings {
  readonly part: Part
  readonly isQuick: boolean
  /** ISO 8601, UTC. */
  readonly measuredAt: string
  /** Absent outside of a checkout. */
  readonly commit?: string
  readonly machine: Machine
}

const pathOf = (dir: string, part: Part, isQuick: boolean) =>
  join(dir, ...(isQuick ? ['quick'] : []), `${part}.json`)

/** Four digits say all that a measurement does, and rounds of it differ in the third. */
const short = (_key: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value

/** @param dir `bench/results` @returns the file's path */
export function writeResults(dir: string, results: PartResults): string {
  const path = pathOf(dir, results.part, results.isQuick)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(results, short, 2)}\n`)
  return path
}

/** What was measured last, and not in a hurry, of each part that was. @param dir `bench/results` */
export const measuredParts = (dir: string): PartResults[] =>
  PARTS.map((part) => pathOf(dir, part, false))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
