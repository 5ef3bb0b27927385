import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flawsInTheme } from './page-checks.js'
import { tourOfPhone, tourOfWideScreen } from './tour.js'
import { tourOfEavesdropper } from './tour-eavesdropper.js'
import { tourOfLab } from './tour-lab.js'
import type { Tour } from './tour-steps.js'

/** It goes a long way, on a machine that may do other things. @unit ms */
const TIME = 240_000
const WIDE: View = { width: 1440, height: 900 }
const PHONE: View = { width: 390, height: 844, hasTouch: true }
/** Neither depends on the other: two looks are enough for both. */
const LOOKS = [
  ['zh', 'dark'],
  ['en', 'light'],
] as const
const LANGUAGES = { en: 'en', zh: 'zh-Hans' } as const
/** They differ from others in words alone. */
const LIKE_OTHERS = /^(composed wrong|held, |filter [^s]|find ff|tab tab-(?!keys))/

/** As the switch in the header does it, but with whatever is open left open. */
async function speak(page: Page, language: keyof typeof LANGUAGES): Promise<void> {
  await page.evaluate((name) => {
    document.querySelector<HTMLElement>(`[data-testid="language-${name}"]`)?.click()
  }, language)
  await page.locator(`html[lang="${LANGUAGES[language]}"]`).waitFor()
}

describeBrowser('every screen, and what opens on it', () => {
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
    ['the session and its keys', 1440, WIDE, tourOfWideScreen],
    ['the session and its keys', 390, PHONE, tourOfPhone],
    ['the Lab', 1440, WIDE, tourOfLab],
    ['the Lab', 390, PHONE, tourOfLab],
    ['the Eavesdropper', 1440, WIDE, tourOfEavesdropper],
    ['the Eavesdropper', 390, PHONE, tourOfEavesdropper],
  ] as const)(
    '%s, %i px wide, is for everyone, in both languages and themes',
    async (_what, _width, view, tourOf) => {
      const { page, close } = await browser.newPage({ ...view, reducedMotion: 'reduce' })
      const wrong: string[] = []
      const look: Tour['look'] = async (where, part) => {
        if (LIKE_OTHERS.test(where)) return
        for (const [language, colorScheme] of LOOKS) {
          await speak(page, language)
          await page.emulateMedia({ colorScheme })
          for (const flaw of await flawsInTheme(page, part)) {
            wrong.push(`${where}, ${language}, ${colorScheme}: ${flaw}`)
          }
        }
      }
      try {
        await tourOf({ page, url: host.url, look })
        expect(wrong).toEqual([])
      } finally {
        await close()
      }
    },
    TIME,
  )
})
