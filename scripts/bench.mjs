// @ts-check
/**
 * `npm run bench`: how fast it is, beside others. `npm run bench -- crypto packets` measures parts
 * (`crypto`, `packets`, `page`), `--quick` less well in two minutes, `--tables` nothing: it writes
 * the tables of the READMEs again, from what was measured last.
 */
import './lib/node-version.mjs'
import { parseArgs } from 'node:util'
import { BENCH_PROGRAM, BENCH_TABLES, buildBench } from './lib/bench-build.mjs'
import { ensureBrowser } from './lib/browsers.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { Failure, run, runNode, runScript, say } from './lib/run.mjs'

const PARTS = ['crypto', 'packets', 'page']
/** The bench collects garbage when it wants to, and has room for what it counts. */
const NODE_FLAGS = ['--expose-gc', '--min-semi-space-size=64', '--max-semi-space-size=64']

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, tables: { type: 'boolean' } },
  })
  const unknown = positionals.find((part) => !PARTS.includes(part))
  if (unknown !== undefined)
    throw new Failure(`the bench has no part "${unknown}", only ${PARTS.join(', ')}.`)
  const parts = positionals.length > 0 ? positionals : PARTS
  await ensureInstalled()
  if (values.tables) {
    await buildBench({ pages: false })
    return runNode(BENCH_TABLES, [])
  }
  const chromium = await ensureBrowser('chromium')
  if ('missing' in chromium) throw new Failure(chromium.missing)
  if (parts.includes('page')) await ensureBuilt()
  say('building the bench …')
  await buildBench({ pages: true })
  const args = [...parts, ...(values.quick ? ['--quick'] : [])]
  const code = await run(process.execPath, [...NODE_FLAGS, BENCH_PROGRAM, ...args], {
    env: { ...process.env, V2SCOPE_CHROMIUM: chromium.path },
  })
  if (code !== 0 || values.quick) return code
  return runNode(BENCH_TABLES, [])
})
