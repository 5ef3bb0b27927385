import { afterAll, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { bareStrings } from './page-checks.js'
import { tourOfItems, tourOfPhone, tourOfWideScreen } from './tour.js'
import { tourOfEavesdropper } from './tour-eavesdropper.js'
import { tourOfLab } from './tour-lab.js'
import type { Tour } from './tour-steps.js'

/** It goes a long way, on a machine that may do other things. @unit ms */
const TIME = 240_000
const PHONE: View = { width: 390, height: 844, hasTouch: true }

describeBrowser('the words of the page', () => {
  let browser: TestBrowser
  let host: StaticServer
  beforeAll(async () => {
    browser = await launchBrowser()
    host = await serveStatic(inRoot('apps/web/dist'))
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })

  it.each([
    ['a wide screen', {}, tourOfWideScreen],
    ['every kind of item', {}, tourOfItems],
    ['a phone', PHONE, tourOfPhone],
    ['the Lab', {}, tourOfLab],
    ['the Eavesdropper', {}, tourOfEavesdropper],
  ] as const)(
    'are all in the catalogue, on %s',
    async (_, view, tourOf) => {
      const { page, close } = await browser.newPage({ ...view, reducedMotion: 'reduce' })
      const bare = new Map<string, string>()
      const look: Tour['look'] = async (where) => {
        for (const text of await bareStrings(page)) if (!bare.has(text)) bare.set(text, where)
      }
      try {
        await page.addInitScript(() => localStorage.setItem('v2scope.language', 'pseudo'))
        await tourOf({ page, url: host.url, look })
        expect([...bare].map(([text, where]) => `${where}: ${text}`)).toEqual([])
      } finally {
        await close()
      }
    },
    TIME,
  )
})
