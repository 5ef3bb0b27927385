#!/usr/bin/env node
// @ts-check
/** `npx v2scope-bridge`: the bridge as it was built last. */
import { existsSync } from 'node:fs'

const main = new URL('../dist/main.js', import.meta.url)
if (existsSync(main)) {
  await import(main.href)
} else {
  console.error('The bridge has not been built: run `npm run build`, then this again.')
  process.exitCode = 1
}
