/** Writes the tables of the READMEs from what was measured last. */

import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from '../scripts/lib/paths.mjs'
import { README_PATHS, withTables } from './report/readme.js'
import { measuredParts } from './report/results.js'

const parts = measuredParts(inRoot('bench/results'))

for (const name of README_PATHS) {
  const path = inRoot(name)
  const text = readFileSync(path, 'utf8')
  const written = withTables(text, parts)
  if (written === text) continue
  writeFileSync(path, written)
  console.log(`wrote the tables of ${name}`)
}
