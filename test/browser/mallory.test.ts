/** Mallory between the page and a real bitcoind: what the page says of it, and what the node says. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { mallory as words } from '../../apps/web/src/words/en/mallory.js'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage } from '../support/browser.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowserWithRealNode } from '../support/requirements.js'

const PATIENCE = { timeout: 20_000 }
const MINE_TO = 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080'
const HEIGHT = 654_321

interface PeerInfo {
  readonly session_id: string
  readonly transport_protocol_type: string
  readonly subver: string
  readonly startingheight: number
  readonly minfeefilter: number
}

let node: RealNode
let bridge: BridgeProcess
let browser: TestBrowser
const pages: TestPage[] = []

async function openLab(): Promise<{ page: Page; errors: readonly string[] }> {
  const opened = await browser.newPage({ width: 1440, height: 900, reducedMotion: 'reduce' })
  pages.push(opened)
  await opened.page.goto(`${bridge.url}#/lab?tab=mallory&peer=mine&network=regtest`)
  await opened.page.getByTestId('mallory').waitFor()
  return opened
}

const verdict = (page: Page) => page.getByTestId('mallory-verdict')
const verdictIs = (page: Page, what: string) =>
  page.locator(`[data-testid="mallory-verdict"][data-verdict="${what}"]`).waitFor(PATIENCE)

/** 64 hex digits, as one of the columns has them. */
async function idOf(page: Page, column: string): Promise<string> {
  return (await page.getByTestId(column).locator('code').innerText()).replace(/\s/g, '')
}

/** What she has read: the row of the latest message of this type. */
const readRow = (page: Page, messageType: string) =>
  page.locator(`[data-testid="mallory-read"] [data-type="${messageType}"]`).last()

const peers = () => node.rpc<PeerInfo[]>('getpeerinfo')

/** The node's word of the page's connection, the only one. */
async function reported(): Promise<PeerInfo | undefined> {
  const all = await peers()
  return all.length === 1 ? all[0] : undefined
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await expect.poll(peers, PATIENCE).toEqual([])
})

describeBrowserWithRealNode('Mallory between the page and bitcoind', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    node = await startRealNode()
    bridge = await startBridgeProcess([
      '--no-demo',
      '--node',
      `mine=127.0.0.1:${node.p2pPort}/regtest`,
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await bridge?.stop()
    await node?.stop()
  })

  it('changes a message on its way, as RPC proves; the ids differ, and the page says what that means', async () => {
    const { page, errors } = await openLab()
    await page.getByTestId('change-start-height').check()
    await page.getByTestId('change-value').fill(String(HEIGHT))
    await page.getByTestId('mallory-start').click()
    // nothing on the screen says that she is there
    await verdictIs(page, 'not compared')
    for (const wire of ['wire-first', 'wire-second']) {
      expect(await page.getByTestId(wire).innerText()).toContain('encrypted, peer unauthenticated')
    }
    await expect.poll(async () => (await reported())?.startingheight, PATIENCE).toBe(HEIGHT)
    await expect
      .poll(() => page.locator('[data-testid="mallory-read"] [data-changed]').innerText(), PATIENCE)
      .toMatch(new RegExp(`start height.*${HEIGHT}`, 's'))
    const [ours, hers] = [await idOf(page, 'id-yours'), await idOf(page, 'id-hers-second')]
    const theirs = (await reported())?.session_id ?? ''
    expect(await idOf(page, 'id-hers-first')).toBe(ours)
    expect(hers).toBe(theirs)
    expect(theirs).not.toBe(ours)
    await page.getByTestId('mallory-paste').fill(`"session_id": "${theirs}",`)
    await verdictIs(page, 'different')
    expect(await verdict(page).innerText()).toBe(words.verdict.different)
    expect(await page.getByTestId('mallory').innerText()).toContain(words.verdict.nothingOnScreen)
    expect(await idOf(page, 'id-nodes')).toBe(theirs)
    expect(await page.getByTestId('found').count()).toBe(3)
    expect(errors).toEqual([])
  })

  it('lets messages flow both ways, and begins to change one while it runs', async () => {
    const { page, errors } = await openLab()
    await page.getByTestId('mallory-start').click()
    await verdictIs(page, 'not compared')
    // the page's own ping is answered, and what the node mines is announced
    await readRow(page, 'pong').waitFor(PATIENCE)
    await node.rpc('generatetoaddress', 1, MINE_TO)
    await page
      .locator(
        '[data-testid="mallory-read"] :is([data-type="headers"], [data-type="cmpctblock"], [data-type="inv"])',
      )
      .last()
      .waitFor(PATIENCE)
    await page.getByTestId('change-fee-filter').check()
    await page.getByTestId('change-value').fill('12345')
    await page.getByTestId('change-apply').click()
    await expect.poll(async () => (await reported())?.minfeefilter, PATIENCE).toBe(0.00012345)
    await expect(page.getByTestId('change-effect').innerText()).resolves.toContain('1 message')
    expect(errors).toEqual([])
  })

  it('drops v2; the page offers v1 and takes it only when told to; then nothing shows her (S2)', async () => {
    const { page, errors } = await openLab()
    await page.getByTestId('mode-downgrade').check()
    await page.getByTestId('change-user-agent').check()
    await page.getByTestId('change-value').fill('/Mallory:6.6.6/')
    await page.getByTestId('mallory-start').click()
    await verdictIs(page, 'dropped')
    const steps = page.locator('[data-testid="downgrade-steps"][data-reached="3"]')
    await steps.waitFor(PATIENCE)
    expect(await steps.innerText()).toContain('CLOSED_BEFORE_KEY')
    expect(await peers()).toEqual([])
    await page.getByTestId('downgrade-try-v1').click()
    await verdictIs(page, 'v1')
    await expect.poll(async () => (await reported())?.subver, PATIENCE).toBe('/Mallory:6.6.6/')
    expect(await reported()).toMatchObject({ transport_protocol_type: 'v1', session_id: '' })
    expect(await page.getByTestId('id-yours').innerText()).toContain('v1 has no keys')
    expect(errors).toEqual([])
  })
})
