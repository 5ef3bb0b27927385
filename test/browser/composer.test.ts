/** Messages composed on the page: what goes out, what comes back, and what does not. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowser, describeBrowserWithRealNode } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flaws } from './page-checks.js'
import { SessionPage } from './session-page.js'

/** Of the demo node's chain, at its start. */
const LEAST_BLOCKS = 400
const NOBODYS_HASH = 'ab'.repeat(32)

let browser: TestBrowser
const pages: TestPage[] = []

/** A session in which everything may be sent, with the composer open. */
async function openComposer(url: string, view?: View) {
  const opened = await browser.newPage({ reducedMotion: 'reduce', ...view })
  pages.push(opened)
  const { page, errors } = opened
  const session = new SessionPage(page)
  await session.openEstablished(url)
  await page.waitForSelector('[data-session-ready]')
  await session.click('compose')
  await page.getByTestId('composer').waitFor()
  return { page, session, errors }
}

/** @param kind by its name, as the form offers it */
async function askFor(page: Page, kind: string, hash: string): Promise<void> {
  await page.getByTestId('composer-type').fill('getdata')
  await page.getByTestId('composer-type').press('Enter')
  await page.getByTestId('add-inventory').click()
  await page.getByTestId('choice-inventory.0.kind').selectOption({ label: kind })
  await page.getByTestId('field-inventory.0.hash').fill(hash)
  await page.getByTestId('composer-send').click()
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

describeBrowser('the composer', () => {
  let host: StaticServer
  beforeAll(async () => {
    browser = await launchBrowser()
    host = await serveStatic(inRoot('apps/web/dist'))
  })
  afterAll(async () => {
    await host?.close()
    await browser?.close()
  })
  const simulated = () => `${host.url}#/session?peer=simulated`

  it('is loaded only when it is opened', async () => {
    const opened = await browser.newPage()
    pages.push(opened)
    const scripts: string[] = []
    opened.page.on('request', (request) => scripts.push(request.url()))
    const session = new SessionPage(opened.page)
    await session.openEstablished(simulated())
    expect(scripts.filter((url) => url.includes('Composer'))).toEqual([])
    await session.click('compose')
    await opened.page.getByTestId('composer').waitFor()
    expect(scripts.some((url) => url.includes('Composer'))).toBe(true)
  })

  it('sends a ping by keyboard alone, and shows the pong that answers it', async () => {
    const { page, session } = await openComposer(simulated())
    await page.keyboard.type('ping')
    await page.keyboard.press('Enter')
    await page.getByTestId('field-nonce').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('0xc0ffee')
    await page.getByTestId('composer-send').focus()
    await page.keyboard.press('Enter')
    await session.says('link-asks', /answered by.*pong/)
    await page.keyboard.press('Escape')
    expect(await page.getByTestId('composer').count()).toBe(0)
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))
    expect(focused).toBe('compose')
    await session.click('compose')
    expect(await page.getByTestId('field-nonce').inputValue()).toBe('0xc0ffee')
  })

  it('sends what is wrong on purpose, and the session goes on', async () => {
    const { page, session } = await openComposer(simulated())
    await page.getByTestId('composer-type').fill('ping')
    for (const wrong of ['short id', 'character', 'empty', 'cut']) {
      await page.getByTestId('composer-wrong').selectOption(wrong)
      await page.getByTestId('composer-send').click()
    }
    await page.getByTestId('composer-wrong').selectOption('')
    await page.getByTestId('composer-send').click()
    await session.says('link-asks', /answered by.*pong/)
    expect(await page.locator('[data-session-ready]').count()).toBe(1)
  })

  it.each<View>([
    { width: 390, height: 844, hasTouch: true },
    { width: 768, height: 1024 },
    { width: 1440, height: 900 },
  ])('has no violation, and nothing beyond its edge: $width px', async (view) => {
    const { page } = await openComposer(simulated(), view)
    for (const type of ['getdata', 'tx', 'version', 'raw contents']) {
      await page.getByTestId('composer-type').fill(type)
      await page.getByTestId('composer-type').press('Enter')
      if (type === 'getdata') await page.getByTestId('add-inventory').click()
      if (type === 'version') await page.getByTestId('composer-wrong').selectOption('short id')
      expect(await flaws(page)).toEqual([])
      const sideways = await page.getByTestId('composer').evaluate((composer) => {
        const all = [composer, ...composer.querySelectorAll('section, fieldset, div')]
        return all.filter((part) => part.scrollWidth > part.clientWidth + 1).length
      })
      expect(sideways).toBe(0)
    }
  })
})

describeBrowser('the composer and the demo node', () => {
  let bridge: BridgeProcess
  beforeAll(async () => {
    browser = await launchBrowser()
    bridge = await startBridgeProcess()
  })
  afterAll(async () => {
    await bridge?.stop()
    await browser?.close()
  })

  it('asks for a block by a hash of the message that is selected, however long that is', async () => {
    const { page, session, errors } = await openComposer(`${bridge.url}#/session?peer=demo`)
    await page.keyboard.press('Escape')
    await session.click('ask-headers')
    await page
      .getByTestId('packet-row')
      .filter({ hasText: /headers \d+/ })
      .last()
      .click()
    await session.click('compose')
    await page.getByTestId('composer-type').fill('getdata')
    await page.getByTestId('composer-type').press('Enter')
    await page.getByTestId('add-inventory').click()
    const hashes = page.getByTestId('seen-inventory.0.hash')
    await hashes.selectOption('rest')
    const last = async () => {
      const names = await hashes.locator('option').allTextContents()
      return Number(/^header (\d+):/.exec(names.at(-1) ?? '')?.[1])
    }
    await expect.poll(last).toBeGreaterThanOrEqual(LEAST_BLOCKS - 1)
    await hashes.selectOption({ index: 1 })
    await page.getByTestId('composer-send').click()
    await session.says('link-asks', /asks for 1 block.*answered by.*block/)
    expect(await page.getByTestId('composer-caution').count()).toBe(0)
    expect(errors).toEqual([])
  })
})

describeBrowserWithRealNode('the composer and bitcoind', () => {
  let node: RealNode
  let bridge: BridgeProcess
  beforeAll(async () => {
    browser = await launchBrowser()
    node = await startRealNode()
    await node.rpc('generatetoaddress', 10, 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080')
    bridge = await startBridgeProcess(['--no-demo', '--node', `mine=127.0.0.1:${node.p2pPort}`])
  })
  afterAll(async () => {
    await bridge?.stop()
    await node?.stop()
    await browser?.close()
  })
  const open = () => openComposer(`${bridge.url}#/session?peer=mine&network=regtest`)

  it('gets a block that it asks for, linked and decoded', async () => {
    const hash = await node.rpc<string>('getblockhash', 7)
    const { merkleroot } = await node.rpc<{ merkleroot: string }>('getblock', hash)
    const { page, session, errors } = await open()
    expect(await session.text('composer-caution')).toMatch(/disconnect or ban/)
    await askFor(page, 'witness block', hash)
    await session.says('link-asks', /asks for 1 block.*answered by.*block after/)
    await page.getByTestId('link-asks').getByRole('button').click()
    await session.says('link-answers', /getdata/)
    await session.says('details', new RegExp(hash))
    await page.getByRole('button', { name: 'parts of header' }).click()
    await session.says('details', new RegExp(merkleroot))
    expect(errors).toEqual([])
  })

  it('hears nothing about a block that the node does not have, and says so', async () => {
    const { page, session } = await open()
    await askFor(page, 'block', NOBODYS_HASH)
    await session.says('link-asks', /not answered yet/)
    await session.says('link-asks', /a node is silent about a block that it does not have/)
  })

  it('is told notfound about a transaction that the node does not have', async () => {
    const { page, session } = await open()
    await askFor(page, 'tx', NOBODYS_HASH)
    await session.says('link-asks', /asks for 1 transaction.*answered by.*notfound/)
  })

  it('sends what is too big, and the node disconnects (P3)', async () => {
    const { page, session } = await open()
    await page.getByTestId('composer-type').fill('ping')
    await page.getByTestId('composer-wrong').selectOption('too big')
    await page.getByTestId('composer-send').click()
    await page.waitForSelector('[data-session-state="closed"], [data-session-state="failed"]')
    await session.says('composer', /The session is over/)
  })
})
