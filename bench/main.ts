/** The bench as a program: `npm run bench` builds it and runs it. */

import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGS } from '../scripts/lib/browsers.mjs'
import { inRoot } from '../scripts/lib/paths.mjs'
import { PACES } from './measure/rounds.js'
import type { Findings, Part } from './measure/rows.js'
import { PARTS } from './measure/rows.js'
import { growthTable, rowTable } from './report/console.js'
import { commitOf, thisMachine } from './report/machine.js'
import { writeResults } from './report/results.js'
import { type Bench, measure } from './run.js'

const RESULTS = inRoot('bench/results')

function print({ rows, growth }: Findings): void {
  for (const row of rows) console.log(['', ...rowTable(row)].join('\n'))
  for (const one of growth) console.log(['', ...growthTable(one)].join('\n'))
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean' } },
  })
  const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part))
  const isQuick = values.quick === true
  const executablePath = process.env.V2SCOPE_CHROMIUM
  if (!executablePath) throw new Error('V2SCOPE_CHROMIUM says which browser')
  const launch = () => chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  const first = await launch()
  const version = first.version()
  await first.close()
  const bench: Bench = { launch, isQuick, pace: isQuick ? PACES.quick : PACES.full }
  for (const part of parts) await one(part, bench, version)
}

async function one(part: Part, bench: Bench, chromiumVersion: string): Promise<void> {
  const { isQuick } = bench
  const machine = thisMachine(chromiumVersion)
  const commit = commitOf(inRoot())
  console.log(`\n── ${part} ── ${machine.cpu}, ${machine.cores} cores, load ${machine.load}`)
  const measuredAt = new Date().toISOString()
  const findings = await measure(part, bench)
  print(findings)
  const path = writeResults(RESULTS, {
    part,
    isQuick,
    measuredAt,
    ...(commit !== undefined && { commit }),
    machine,
    ...findings,
  })
  console.log(`\nwrote ${path}`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
