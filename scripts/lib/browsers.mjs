// @ts-check
/** The browsers that the tests drive: the user's own, or those of the system's packages. */
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { Failure, run, say, works } from './run.mjs'

/** @typedef {{ path: string } | { missing: string }} Browser */
/** @typedef {'chromium' | 'firefox'} BrowserName */

/** The variable that names one's own, commands to look for, and the package of Debian. */
const BROWSERS = /** @type {const} */ ({
  chromium: {
    title: 'Chromium',
    variable: 'CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    package: 'firefox-esr',
  },
})

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

/**
 * A browser is started by its path.
 * @param {string} name
 */
function located(name) {
  if (isAbsolute(name)) return name
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return places.find((place) => existsSync(place)) ?? name
}

/**
 * @param {BrowserName} name
 * @returns {Browser} the one that the variable names, or one on the PATH
 */
export function findBrowser(name) {
  const { title, variable, commands } = BROWSERS[name]
  const chosen = process.env[variable]
  const candidates = chosen ? [chosen] : commands
  const path = candidates.map(located).find((at) => works(at, ['--version']))
  if (path) return { path }
  return {
    missing: chosen
      ? `${variable}=${chosen} doesn't run`
      : `no ${title} on the PATH; set ${variable} to one`,
  }
}

/**
 * @param {BrowserName} name
 * @returns {Promise<Browser>} installed by apt where it is missing and we may
 */
export async function ensureBrowser(name) {
  const found = findBrowser(name)
  const { title, variable, package: debian } = BROWSERS[name]
  const mayInstall = process.getuid?.() === 0 && works('apt-get', ['--version'])
  if ('path' in found || process.env[variable] || !mayInstall) return found
  say(`installing ${title} (apt-get) …`)
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    await run('apt-get', ['-q=2', 'update'], options)
    await run('apt-get', ['-q=2', '-y', '--no-install-recommends', 'install', debian], options)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return findBrowser(name)
}
