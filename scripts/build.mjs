// @ts-check
/** `npm run build`: everything, whether stale or not. */
import './lib/node-version.mjs'
import { buildAll } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runScript } from './lib/run.mjs'

await runScript(async () => {
  await ensureInstalled()
  await buildAll()
})
