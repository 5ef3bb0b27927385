// @ts-check
/** `npm start`: from a fresh checkout to an address to open. Options go on to the bridge. */
import './lib/node-version.mjs'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { BRIDGE, ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runScript } from './lib/run.mjs'

const PARENT_CHECK = 500

// the bridge does so itself (its nursery.ts says why), but what comes before it grows it too
setFlagsFromString('--semi-space-growth-factor=1')

/** Whoever kills npm alone, and not its group as Ctrl-C does, means what npm started, too. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const npm = process.ppid
  const check = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(check) // a second signal would not let the bridge finish
    process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK)
  check.unref()
}

await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  endWithNpm()
  // In this process, not a child of it: signals and the exit code are then the bridge's own.
  process.argv[1] = BRIDGE
  await import(pathToFileURL(BRIDGE).href)
})
