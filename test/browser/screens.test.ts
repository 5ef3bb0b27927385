import { afterAll, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flaws } from './page-checks.js'
import { tourOfPhone, tourOfWideScreen } from './tour.js'
import type { Tour } from './tour-steps.js'

/** It goes a long way, on a machine that may do other things. @unit ms */
const TIME = 240_000
const WIDE: View = { width: 1440, height: 900 }
/** The rest of the tour differs from these in words alone. */
const SCREENS = ['session', 'key schedule', 'compare', 'failure', 'details', 'setup']
const PHONE: View = { width: 390, height: 844, hasTouch: true }

describeBrowser('every screen', () => {
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
    ['en', 1440, WIDE, tourOfWideScreen],
    ['zh', 1440, WIDE, tourOfWideScreen],
    ['en', 390, PHONE, tourOfPhone],
    ['zh', 390, PHONE, tourOfPhone],
  ] as const)(
    'in %s, %i px wide, is for everyone, in both themes',
    async (language, _, view, tourOf) => {
      const { page, close } = await browser.newPage({ ...view, reducedMotion: 'reduce' })
      const wrong: string[] = []
      const look: Tour['look'] = async (where) => {
        if (!SCREENS.includes(where)) return
        for (const flaw of await flaws(page)) wrong.push(`${where}: ${flaw}`)
      }
      try {
        await page.addInitScript((chosen) => {
          localStorage.setItem('v2scope.language', chosen)
        }, language)
        await tourOf({ page, url: host.url, look })
        expect(wrong).toEqual([])
      } finally {
        await close()
      }
    },
    TIME,
  )
})
