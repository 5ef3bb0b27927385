// @ts-check
/** `npm test`: sets up what is missing, then runs everything. Arguments go on to vitest. */
import './lib/node-version.mjs'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './lib/browsers.mjs'
import { checkTypes, ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { ensureRealNode } from './lib/real-node.mjs'
import { Failure, runNode, runScript, say } from './lib/run.mjs'
import { checkSizes } from './lib/sizes.mjs'
import { tally } from './lib/tally.mjs'

const VITEST = inRoot('node_modules/vitest/vitest.mjs')

const args = process.argv.slice(2)
const filters = args.filter((arg) => !arg.startsWith('-'))

/** Whether the arguments ask for nothing outside of these folders. */
const isOnlyIn = (/** @type {string[]} */ ...folders) =>
  filters.length > 0 && filters.every((path) => folders.some((folder) => path.startsWith(folder)))

/** Where the tests find what we have found for them. */
async function requirements() {
  const chromium = await ensureBrowser('chromium')
  const firefox = await ensureBrowser('firefox')
  const node = ensureRealNode()
  return {
    ...('path' in chromium
      ? { V2SCOPE_CHROMIUM: chromium.path }
      : { V2SCOPE_CHROMIUM_MISSING: chromium.missing }),
    ...('path' in firefox
      ? { V2SCOPE_FIREFOX: firefox.path }
      : { V2SCOPE_FIREFOX_MISSING: firefox.missing }),
    ...('argv' in node
      ? { V2SCOPE_BITCOIND: JSON.stringify(node.argv) }
      : { V2SCOPE_BITCOIND_MISSING: node.missing }),
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function runVitest(env) {
  const folder = mkdtempSync(join(tmpdir(), 'v2scope-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const code = await runNode(VITEST, ['run', ...reporters, ...args], { env })
    const result = tally(JSON.parse(readFileSync(report, 'utf8')))
    // An error outside of any test, or nothing to run.
    if (code !== 0 && result.failed === 0) result.failed = 1
    return result
  } catch {
    console.error('v2scope: vitest left no report.')
    return { passed: 0, failed: 1, notRun: [] }
  }
}

/**
 * The tests are run even if this fails: they may tell more.
 * @returns {Promise<number>} failures
 */
async function buildAndCheck() {
  let failed = 0
  try {
    if (!isOnlyIn('packages/')) await ensureBuilt()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(`v2scope: ${error.message}`)
    failed++
  }
  if (failed > 0 || filters.length > 0) return failed
  say('checking types …')
  if (!(await checkTypes())) failed++
  say('weighing the page …')
  if (!(await checkSizes())) {
    console.error('v2scope: the page or its worker exceeds its budget of bytes; see above.')
    failed++
  }
  return failed
}

await runScript(async () => {
  let result = { passed: 0, failed: 1, notRun: /** @type {string[]} */ ([]) }
  try {
    await ensureInstalled()
    const broken = await buildAndCheck()
    const needs = isOnlyIn('packages/', 'apps/') ? {} : await requirements()
    result = await runVitest({ ...process.env, ...needs })
    if (broken > 0) console.error('v2scope: the build, its types or its budgets failed; see above.')
    result.failed += broken
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(`v2scope: ${error.message}`)
  }
  for (const line of result.notRun) console.log(line)
  console.log(`${result.passed} passed, ${result.failed} failed`)
  return result.failed > 0 ? 1 : 0
})
