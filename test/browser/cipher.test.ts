/** The page computes by its fast core, under the policy that the bridge sends, and behaves as with the reference. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { SessionPage } from './session-page.js'

const SEEDED = '#/session?peer=simulated&network=regtest&seed=cores'

const coreOf = (page: Page) => page.locator('[data-core]').first().getAttribute('data-core')

describeBrowser('?cipher=reference', () => {
  let browser: TestBrowser
  let bridge: BridgeProcess
  beforeAll(async () => {
    browser = await launchBrowser()
    bridge = await startBridgeProcess()
  })
  afterAll(async () => {
    await browser?.close()
    await bridge?.stop()
  })

  /** What a session of an address is, and what computed it. */
  async function seen(address: string) {
    const { page, errors, close } = await browser.newPage({ reducedMotion: 'reduce' })
    const session = new SessionPage(page)
    await session.openEstablished(bridge.url + address)
    const id = await session.sessionId()
    const ladder = await session.ladder()
    await page.getByRole('link', { name: 'Key schedule' }).click()
    const core = await coreOf(page)
    const values = await page.locator('[data-node] code').allTextContents()
    expect(errors).toEqual([])
    await close()
    return { core, shown: { id, ladder, values } }
  }

  it('changes what computes, and nothing that is seen', async () => {
    const fast = await seen(SEEDED)
    expect(fast.core).toBe('fast')
    expect(fast.shown.values.length).toBeGreaterThan(10)
    for (const address of [`?cipher=reference${SEEDED}`, `${SEEDED}&cipher=reference`]) {
      expect(await seen(address)).toEqual({ ...fast, core: 'reference' })
    }
  })

  it.each(['', '?cipher=reference'])(
    'has the demo node agree on the session id: %s',
    async (query) => {
      const { page, errors, close } = await browser.newPage({ reducedMotion: 'reduce' })
      const session = new SessionPage(page)
      await session.openEstablished(`${bridge.url}${query}#/session?peer=demo`)
      expect(await session.sessionId()).toMatch(/^[0-9a-f]{64}$/)
      expect(errors).toEqual([])
      await close()
    },
  )
})
