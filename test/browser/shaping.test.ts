/** What the page sends a real bitcoind is shaped, and shaped otherwise while the session runs. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser } from '../support/browser.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowserWithRealNode } from '../support/requirements.js'

const PATIENCE = { timeout: 30_000 }
/** What is shown goes back 10 s, twice. @unit ms */
const TIME = 120_000

interface PeerInfo {
  readonly bytesrecv_per_msg: Readonly<Record<string, number>>
}

describeBrowserWithRealNode('a live session that the Lab shapes', () => {
  let node: RealNode
  let bridge: BridgeProcess
  let browser: TestBrowser
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

  it(
    'sends the same bytes every tick, whatever is said, and others from when it is told to',
    async () => {
      const { page, errors, close } = await browser.newPage({ reducedMotion: 'reduce' })
      const seen = () => page.locator('[data-strip="seen"] figcaption').innerText()
      const pingBytes = async () =>
        (await node.rpc<PeerInfo[]>('getpeerinfo'))[0]?.bytesrecv_per_msg.ping ?? 0
      try {
        await page.goto(`${bridge.url}#/lab?tab=shaping&peer=mine&network=regtest`)
        await page.getByTestId('setting-tick').fill('50')
        await page.getByTestId('setting-tickBytes').fill('400')
        await page.getByTestId('shaping-start').click()
        await page.locator('[data-testid="shaping-ping"]:enabled').waitFor(PATIENCE)
        const before = await pingBytes()
        await page.getByTestId('shaping-ping').click()
        await expect.poll(pingBytes, PATIENCE).toBeGreaterThan(before)
        // once the handshake is out of the picture
        await expect.poll(seen, PATIENCE).toMatch(/sent: \d+, each 400 B/)
        await page.getByTestId('setting-tickBytes').fill('700')
        await page.getByTestId('shaping-apply').click()
        await expect.poll(() => page.getByTestId('shaping-apply').innerText()).toBe('In force')
        await expect.poll(seen, PATIENCE).toMatch(/sent: \d+, each 700 B/)
        const share = page.locator('[data-testid="shaping-cost"] [data-row="share"] td')
        expect(await share.innerText()).toMatch(/^9\d %$/)
        expect(errors).toEqual([])
      } finally {
        await close()
      }
    },
    TIME,
  )
})
