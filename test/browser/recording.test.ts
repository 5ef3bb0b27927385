/** A session with a real node, kept and opened again; and what a real node has, fetched by the page. */
import { readFileSync } from 'node:fs'
import { encodeMessage } from '@v2scope/messages'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser } from '../support/browser.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowserWithRealNode } from '../support/requirements.js'
import { SessionPage } from './session-page.js'

const BLOCKS = 400
const MINE_TO = 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080'
/** BIP144: a block with its witnesses. */
const WITNESS_BLOCK = 0x40000002

/** High enough for every row to be drawn. */
const VIEW = { height: 3000, reducedMotion: 'reduce' } as const

/** What the page says of a session, apart from the time that goes by. */
async function shown(page: Page) {
  const session = new SessionPage(page)
  const texts = (id: string) => page.getByTestId(id).allTextContents()
  await page.getByRole('tab', { name: 'Keys' }).click()
  const keys = await page.locator('article').allTextContents()
  await page.getByRole('tab', { name: 'Details' }).click()
  return {
    ladder: await session.ladder(),
    packets: await texts('packet-row'),
    selected: await page.locator('[data-testid="packet-row"][aria-selected="true"]').textContent(),
    details: await page.getByTestId('details').textContent(),
    sessionId: await session.sessionId(),
    keys,
  }
}

describeBrowserWithRealNode('a session with bitcoind', () => {
  let node: RealNode
  let bridge: BridgeProcess
  let chromium: TestBrowser

  beforeAll(async () => {
    node = await startRealNode()
    await node.rpc('generatetoaddress', BLOCKS, MINE_TO)
    bridge = await startBridgeProcess([
      '--no-demo',
      '--node',
      `mine=127.0.0.1:${node.p2pPort}/regtest`,
    ])
    chromium = await launchBrowser()
  })
  afterAll(async () => {
    await chromium?.close()
    await bridge?.stop()
    await node?.stop()
  })

  it('is the same after saving, reloading and opening: ladder, keys, packets, selection', async () => {
    const { page, errors, close } = await chromium.newPage(VIEW)
    const session = new SessionPage(page)
    await session.openEstablished(`${bridge.url}#/session?peer=mine&network=regtest`)
    await page.waitForSelector('[data-session-ready]')
    await session.click('ask-headers')
    await expect.poll(() => session.packets()).toContainEqual(expect.stringContaining('headers'))
    await page.getByTestId('packet-row').filter({ hasText: 'headers' }).last().click()
    await page.getByTestId('stop').click()
    const before = await shown(page)

    await session.click('save-recording')
    await session.click('save-level-secrets')
    const download = page.waitForEvent('download')
    await session.click('save-confirm')
    const path = await (await download).path()
    expect(readFileSync(path, 'utf8')).toContain(before.sessionId)
    await page.reload()
    await page.getByTestId('open-file-input').setInputFiles(path)
    await page.waitForSelector('[data-session-recorded]')
    await expect.poll(() => shown(page)).toEqual(before)
    expect(errors).toEqual([])
    await close()
  })

  it('brings 400 headers and 400 blocks into the page, linked and decoded', async () => {
    const { page, errors, close } = await chromium.newPage({ reducedMotion: 'reduce' })
    const session = new SessionPage(page)
    await session.openEstablished(`${bridge.url}#/session?peer=mine&network=regtest`)
    await page.waitForSelector('[data-session-ready]')
    await session.click('ask-headers')
    await expect
      .poll(() => session.packets())
      .toContainEqual(expect.stringContaining(`headers ${BLOCKS}`))
    const hashes = await Promise.all(
      Array.from({ length: BLOCKS }, (_, i) => node.rpc<string>('getblockhash', i + 1)),
    )
    const inventory = hashes.map((hash) => ({
      kind: WITNESS_BLOCK,
      kindName: 'witness block' as const,
      hash,
    }))
    const payload = encodeMessage({ type: 'getdata', inventory })
    await session.click('compose')
    await page.getByTestId('composer-type').fill('raw contents')
    const contents = `0b${Buffer.from(payload).toString('hex')}`
    await page.getByTestId('composer-hex').fill(contents)
    await session.click('composer-send')
    await session.says('link-asks', new RegExp(`${BLOCKS} of ${BLOCKS}|${BLOCKS} blocks`))
    expect(errors).toEqual([])
    await close()
  })
})
