// @ts-check
/** `npm start`: from a fresh checkout to an address to open. Options go on to the bridge. */
import './lib/node-version.mjs'
import { pathToFileURL } from 'node:url'
import { BRIDGE, ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runScript } from './lib/run.mjs'

await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  // In this process, not a child of it: signals and the exit code are then the bridge's own.
  process.argv[1] = BRIDGE
  await import(pathToFileURL(BRIDGE).href)
})
