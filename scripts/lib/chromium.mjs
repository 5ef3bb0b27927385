// @ts-check
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { Failure, run, say, works } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** No picture on a screen, and nothing said to anybody but the page. */
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @typedef {{ path: string } | { missing: string }} Chromium */

/**
 * playwright wants a path.
 * @param {string} name
 */
function located(name) {
  if (isAbsolute(name)) return name
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return places.find((place) => existsSync(place)) ?? name
}

/** @returns {Chromium} `CHROMIUM`, or one on the PATH */
export function findChromium() {
  const chosen = process.env.CHROMIUM
  const path = (chosen ? [chosen] : NAMES).map(located).find((at) => works(at, ['--version']))
  if (path) return { path }
  return {
    missing: chosen
      ? `CHROMIUM=${chosen} doesn't run`
      : 'no Chromium on the PATH; set CHROMIUM to one',
  }
}

/** @returns {Promise<Chromium>} installed by apt where it is missing and we may */
export async function ensureChromium() {
  const found = findChromium()
  const mayInstall = process.getuid?.() === 0 && works('apt-get', ['--version'])
  if ('path' in found || process.env.CHROMIUM || !mayInstall) return found
  say('installing Chromium (apt-get) …')
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    await run('apt-get', ['-q=2', 'update'], options)
    await run('apt-get', ['-q=2', '-y', '--no-install-recommends', 'install', 'chromium'], options)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return findChromium()
}
