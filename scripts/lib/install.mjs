// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { Failure, run, runNode, say } from './run.mjs'

/** ms; npm would rather finish first. */
const STOP_PATIENCE = 500

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package */

/**
 * @param {string} path
 * @returns {Record<string, Package> | undefined}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * npm writes node_modules/.package-lock.json as its last step, so what stands there is there.
 * Optional packages are those of other platforms.
 */
function isInstalled() {
  const wanted = packagesOf(inRoot('package-lock.json'))
  const installed = packagesOf(inRoot('node_modules', '.package-lock.json'))
  if (!wanted)
    throw new Failure('package-lock.json is missing or broken; is this a whole checkout?')
  if (!installed) return false
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '' || optional) return true
    const found = installed[path]
    return found?.version === version && found?.integrity === integrity
  })
}

/** Installs exactly what package-lock.json says, unless it is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('installing packages (npm ci) …')
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const code =
    npm && /\.c?js$/.test(npm) && existsSync(npm)
      ? await runNode(npm, args, { patience: STOP_PATIENCE })
      : await run('npm', args, { shell: process.platform === 'win32', patience: STOP_PATIENCE })
  if (code !== 0) throw new Failure('npm ci failed; its reason is above.')
}
