// @ts-check
/**
 * `npm run dev`: compiles on every change, runs the bridge again when it changed, and serves the
 * page by vite, which passes what is the bridge's on to it. Options go on to the bridge.
 */
import './lib/node-version.mjs'
import { spawn } from 'node:child_process'
import { BRIDGE, ensureBuilt, programs, TSC, VITE } from './lib/build.mjs'
import { endWithUs } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ROOT } from './lib/paths.mjs'
import { runScript } from './lib/run.mjs'

const DEFAULT_PORT = '8324'

/** @param {string[]} args the bridge's */
function portOf(args) {
  const joined = args.find((arg) => arg.startsWith('--port='))
  const at = args.indexOf('--port')
  return (
    joined?.slice('--port='.length) ??
    (at >= 0 ? args[at + 1] : process.env.V2SCOPE_PORT) ??
    DEFAULT_PORT
  )
}

/** @param {string[]} args */
function startNode(args, env = {}) {
  // A group of its own, because what it starts must end with it.
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  endWithUs(child, () => {
    if (child.pid !== undefined) process.kill(-child.pid)
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

await runScript(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const args = process.argv.slice(2)
  await Promise.race([
    startNode([TSC, '-b', '--watch', '--preserveWatchOutput', ...programs()]),
    startNode(['--watch', '--watch-preserve-output', BRIDGE, ...args]),
    startNode([VITE, '--host', '127.0.0.1'], { V2SCOPE_BRIDGE_PORT: portOf(args) }),
  ])
  process.exit(1)
})
