/** The same seed gives the same recording, to the last byte: in Node, in Chromium, in Firefox. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Networks } from '@v2scope/bip324'
import { RECORDING_LEVELS, type RecordingLevel, type SessionSettings } from '@v2scope/recording'
import { encodeRecording, keepLevel } from '@v2scope/recording/file'
import { simulate } from '@v2scope/recording/simulation'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE } from '../../scripts/lib/build.mjs'
import { launchBrowser, type TestBrowser } from '../support/browser.js'
import { launchFirefox } from '../support/firefox.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { SessionPage } from './session-page.js'

const SETTINGS: SessionSettings = {
  peer: 'simulated',
  seed: 'a seed, ünd mehr',
  network: 'regtest',
  magic: Networks.regtest.magic,
  garbage: 100,
  decoys: 3,
  role: 'responder',
  transport: 'v2',
}
const ADDRESS = `#/session?${new URLSearchParams({
  peer: 'simulated',
  seed: SETTINGS.seed ?? '',
  network: 'regtest',
  garbage: '100',
  decoys: '3',
  role: 'responder',
})}`

/** What Node makes of the seed: SHA-256 of the file, 64 hex digits. */
function hashInNode(level: RecordingLevel): string {
  const file = encodeRecording(keepLevel(simulate(SETTINGS), level))
  return createHash('sha256').update(file).digest('hex')
}

let server: StaticServer
beforeAll(async () => {
  server = await serveStatic(PAGE)
})
afterAll(() => server.close())

describeBrowser('a seed in Chromium', () => {
  let chromium: TestBrowser
  beforeAll(async () => {
    chromium = await launchBrowser()
  })
  afterAll(() => chromium.close())

  it.each(RECORDING_LEVELS)('makes the file that Node makes, with level %s', async (level) => {
    const { page, errors, close } = await chromium.newPage()
    const session = new SessionPage(page)
    await session.openEstablished(`${server.url}${ADDRESS}`)
    await session.click('save-recording')
    await session.click(`save-level-${level}`)
    const download = page.waitForEvent('download')
    await session.click('save-confirm')
    const path = await (await download).path()
    const bytes = readFileSync(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    await session.says('saved-sha256', new RegExp(hash.slice(0, 16)))
    expect(hash).toBe(hashInNode(level))
    expect(errors.filter((error) => !/\/(targets|limits)\)/.test(error))).toEqual([])
    await close()
  })
})

describeBrowser(
  'a seed in Firefox',
  () => {
    let firefox: Browser
    beforeAll(async () => {
      firefox = await launchFirefox()
    })
    afterAll(() => firefox.close())

    it('makes the file that Node makes', async () => {
      const page = await firefox.newPage()
      await page.setViewport({ width: 1440, height: 900 })
      await page.goto(`${server.url}${ADDRESS}`)
      await page.waitForSelector('[data-session-state="established"]')
      const click = (id: string) => page.locator(`[data-testid="${id}"]`).click()
      await click('save-recording')
      await click('save-level-secrets')
      await click('save-confirm')
      const shown = await page.waitForSelector('[data-testid="saved-sha256"]')
      const text = await shown?.evaluate((element) => element.textContent)
      expect(text?.replace(/\s/g, '')).toContain(hashInNode('secrets'))
    })
  },
  'firefox',
)

describe('levels of a seed', () => {
  it('are different files', () => {
    expect(new Set(RECORDING_LEVELS.map(hashInNode)).size).toBe(RECORDING_LEVELS.length)
  })
})
