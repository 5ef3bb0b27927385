import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flaws } from './page-checks.js'
import { SessionPage } from './session-page.js'

const SIZES: View[] = [
  { width: 390, height: 844, hasTouch: true },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
]

describeBrowser('the layout', () => {
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

  describe.each(SIZES)('$width px', (view) => {
    it('has no violation of accessibility, nothing beyond its edge, no tiny text', async () => {
      const { page, close } = await browser.newPage({ ...view, reducedMotion: 'reduce' })
      try {
        await new SessionPage(page).openEstablished(`${host.url}#/session?peer=simulated&decoys=2`)
        await page.getByTestId('ladder-item').nth(10).waitFor()
        expect(await flaws(page)).toEqual([])
        for (const tab of await page.getByRole('tab').all()) {
          if ((await tab.getAttribute('aria-selected')) === 'true') continue
          await tab.click()
          expect(await flaws(page)).toEqual([])
        }
      } finally {
        await close()
      }
    })

    it('has none of these while a session is held', async () => {
      const { page, close } = await browser.newPage({ ...view, reducedMotion: 'reduce' })
      try {
        await page.goto(`${host.url}#/session?peer=simulated&seed=held&garbage=300&hold=1`)
        await page.getByTestId('release').click()
        await page.getByTestId('held-open').click()
        await page.getByTestId('held-detail').waitFor()
        expect(await flaws(page)).toEqual([])
      } finally {
        await close()
      }
    })
  })

  it('has no violation where a session failed', async () => {
    const { page, close } = await browser.newPage()
    try {
      await page.goto(`${host.url}#/session?peer=demo`)
      const { code } = await new SessionPage(page).failure()
      expect(code).toContain('NO_BRIDGE')
      expect(await flaws(page)).toEqual([])
    } finally {
      await close()
    }
  })

  it('can be used by keyboard alone: to the packets, along them, and on to a decoy', async () => {
    const { page, close } = await browser.newPage({ reducedMotion: 'reduce' })
    try {
      await new SessionPage(page).openEstablished(`${host.url}#/session?peer=simulated`)
      const row = page.getByTestId('packet-row')
      await row.nth(5).waitFor()
      const isOnRow = () =>
        page.evaluate(
          () =>
            document.activeElement?.closest('[data-testid="packet-row"]') !== null ||
            document.activeElement?.querySelector('[data-testid="packet-row"]') !== null,
        )
      for (let i = 0; i < 80 && !(await isOnRow()); i++) await page.keyboard.press('Tab')
      expect(await isOnRow()).toBe(true)
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowDown')
      await expect
        .poll(() => page.locator('[aria-selected="true"][data-testid="packet-row"]').count())
        .toBe(1)
    } finally {
      await close()
    }
  })
})
