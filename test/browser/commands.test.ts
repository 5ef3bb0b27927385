import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flawsInTheme } from './page-checks.js'
import { SessionPage } from './session-page.js'

const SEEDED = '#/session?peer=simulated&seed=commands'

describeBrowser('commands and panes', () => {
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

  async function onPage(
    view: Parameters<TestBrowser['newPage']>[0],
    act: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { page, close } = await browser.newPage({ reducedMotion: 'reduce', ...view })
    try {
      await new SessionPage(page).openEstablished(host.url + SEEDED)
      await act(page)
    } finally {
      await close()
    }
  }

  it('are found by a few letters, and done by Enter', () =>
    onPage({}, async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByTestId('palette').waitFor()
      await page.keyboard.type('key sched')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toContain('#/keys?')
      await page.keyboard.press('1')
      await expect.poll(() => page.url()).toContain('#/session?')
    }))

  it('walk along the packets by j and k, and say what the keys are', () =>
    onPage({}, async (page) => {
      const chosen = () =>
        page.locator('[data-testid="packet-row"][aria-selected="true"]').getAttribute('id')
      await page.getByTestId('packet-row').first().click()
      const first = await chosen()
      await page.keyboard.press('j')
      await expect.poll(chosen).not.toBe(first)
      await page.keyboard.press('k')
      await expect.poll(chosen).toBe(first)
      await page.keyboard.press('?')
      await page.getByTestId('help').getByText('Next packet').waitFor()
      await page.keyboard.press('Escape')
      await page.getByTestId('help').waitFor({ state: 'detached' })
    }))

  it('leave a pane as wide as it was drawn, after the page has been loaded anew', () =>
    onPage({}, async (page) => {
      const line = () => page.getByRole('separator').first()
      const place = async () => Math.round((await line().boundingBox())?.x ?? 0)
      const before = await place()
      const box = await line().boundingBox()
      if (!box) throw new Error('there is no separator')
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2, { steps: 5 })
      await page.mouse.up()
      // the other panes keep the least that they take: the line may stop short of the pointer
      const drawn = await place()
      expect(drawn).toBeGreaterThan(before + 20)
      await page.reload()
      await new SessionPage(page).established()
      await expect.poll(place).toBe(drawn)
      await line().dblclick()
      await expect.poll(place).toBe(before)
    }))

  it('say so where their code can’t be fetched, and can be tried again', () =>
    onPage({}, async (page) => {
      await page.route('**/assets/KeysScreen-*.js', (route) => route.abort())
      await page.keyboard.press('2')
      await page.getByTestId('fetch-again').waitFor()
      await page.unroute('**/assets/KeysScreen-*.js')
      await page.getByTestId('fetch-again').click()
      await page.locator('[data-node="session_id"]').waitFor()
    }))

  it.each([
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark', hasTouch: true },
  ] as const)('have no violation of accessibility at $width px, $colorScheme', (view) =>
    onPage(view, async (page) => {
      for (const [key, id] of [
        ['Control+k', 'palette'],
        ['?', 'help'],
      ] as const) {
        await page.keyboard.press(key)
        await page.getByTestId(id).waitFor()
        expect(await flawsInTheme(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByTestId(id).waitFor({ state: 'detached' })
      }
    }),
  )
})
