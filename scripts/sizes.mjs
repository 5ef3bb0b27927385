// @ts-check
/** `npm run sizes`: whether page and library keep to their budgets; they are built before if stale. */
import './lib/node-version.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { runScript } from './lib/run.mjs'
import { checkSizes } from './lib/sizes.mjs'

await runScript(async () => {
  await ensureBuilt()
  return (await checkSizes()) ? 0 : 1
})
