// @ts-check
/**
 * `npm run screenshots`: the README's pictures, of the page as it is.
 * `--out DIR` writes them elsewhere; `--hash '#/…'` opens another screen or session.
 */
import './lib/node-version.mjs'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startBridgeProcess } from './lib/bridge-process.mjs'
import { CHROMIUM_ARGS, ensureBrowser } from './lib/browsers.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { Failure, runScript, say } from './lib/run.mjs'

/** @typedef {import('playwright-core').Browser} Browser */

const VIEWS = /** @type {const} */ ([
  { name: 'session', width: 1440, height: 900, deviceScaleFactor: 1 },
  { name: 'keys', width: 1440, height: 900, deviceScaleFactor: 1, screen: 'keys' },
  { name: 'phone', width: 390, height: 844, deviceScaleFactor: 2 },
])
const SCHEMES = /** @type {const} */ (['light', 'dark'])
const ESTABLISHED = '[data-session-state="established"]'
const ESTABLISHED_PATIENCE = 15_000
/** Long enough for a few packets to arrive. */
const SETTLE = 2_500

/**
 * @param {Browser} browser
 * @param {{ url: string, path: string, view: typeof VIEWS[number], scheme: typeof SCHEMES[number] }} shot
 */
async function shoot(browser, { url, path, view, scheme }) {
  const { width, height, deviceScaleFactor } = view
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor,
    colorScheme: scheme,
  })
  const page = await context.newPage()
  await page.goto(url)
  await page
    .locator(ESTABLISHED)
    .first()
    .waitFor({ state: 'attached', timeout: ESTABLISHED_PATIENCE })
  if ('screen' in view) await page.getByRole('link', { name: 'Key schedule' }).click()
  await page.waitForTimeout(SETTLE)
  await page.screenshot({ path })
  await context.close()
}

/**
 * @param {string} executablePath
 * @param {(browser: Browser) => Promise<void>} use
 */
async function withBrowser(executablePath, use) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  try {
    await use(browser)
  } finally {
    await browser.close()
  }
}

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: inRoot('docs') },
      hash: { type: 'string', default: '' },
    },
  })
  await ensureInstalled()
  await ensureBuilt()
  const found = await ensureBrowser('chromium')
  if ('missing' in found) throw new Failure(found.missing)
  const out = resolve(values.out ?? '')
  mkdirSync(out, { recursive: true })
  const bridge = await startBridgeProcess()
  try {
    await withBrowser(found.path, async (browser) => {
      for (const view of VIEWS)
        for (const scheme of SCHEMES) {
          const path = join(out, `${view.name}-${scheme}.png`)
          await shoot(browser, { url: `${bridge.url}${values.hash}`, path, view, scheme })
          say(`wrote ${path}`)
        }
    })
  } finally {
    await bridge.stop()
  }
})
