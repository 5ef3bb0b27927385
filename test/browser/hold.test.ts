/** Hold on the page: a whole handshake with bitcoind, let go piece by piece by its button. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage } from '../support/browser.js'
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowserWithRealNode } from '../support/requirements.js'
import { SessionPage } from './session-page.js'

/** As a reader pauses, only shorter: for bytes to reach the node that should not. */
const PAUSE = 150
const PATIENCE = { timeout: 15_000 }
const MOST_PIECES = 20

interface PeerInfo {
  readonly session_id: string
  readonly transport_protocol_type: string
}

let node: RealNode
let proxy: CountingProxy
let bridge: BridgeProcess
let browser: TestBrowser
const pages: TestPage[] = []

async function openHeld(): Promise<{ session: SessionPage; errors: string[] }> {
  const opened = await browser.newPage()
  pages.push(opened)
  const session = new SessionPage(opened.page)
  const settings = 'peer=mine&network=regtest&garbage=300&decoys=1&hold=1'
  await opened.page.goto(`${bridge.url}#/session?${settings}`)
  return { session, errors: opened.errors }
}

const isReady = ({ page }: SessionPage) => page.locator('[data-session-ready]').count()

/** What is held next, and how many bytes it is. */
async function nextPiece(session: SessionPage): Promise<{ kind: string; bytes: number }> {
  const next = session.page.getByTestId('held-next')
  await next.waitFor({ timeout: PATIENCE.timeout })
  const kind = (await next.getAttribute('data-kind')) ?? ''
  return { kind, bytes: Number(await next.getAttribute('data-bytes')) }
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

describeBrowserWithRealNode('Hold on the page, with bitcoind', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    node = await startRealNode({ args: ['-peertimeout=600'] })
    proxy = await startCountingProxy(node.p2pPort)
    bridge = await startBridgeProcess(['--no-demo', '--node', `mine=127.0.0.1:${proxy.port}`])
  })
  afterAll(async () => {
    await bridge?.stop()
    proxy?.close()
    await node?.stop()
    await browser?.close()
  })

  it('lets a handshake go piece by piece, and not a byte before', async () => {
    const { session, errors } = await openHeld()
    const kinds: string[] = []
    let released = 0
    while (!(await isReady(session)) && kinds.length < MOST_PIECES) {
      // not a byte goes; and the page has drawn what is next
      await sleep(PAUSE)
      expect(proxy.count()).toBe(released)
      const { kind, bytes } = await nextPiece(session)
      kinds.push(kind)
      released += bytes
      // the button and the step do the same
      await session.click(kinds.length % 2 === 0 ? 'step' : 'release')
      await expect.poll(() => proxy.count(), PATIENCE).toBe(released)
    }
    expect(kinds.slice(0, 5)).toEqual(['key', 'garbage', 'terminator', 'decoy', 'version packet'])
    expect(new Set(kinds.slice(5))).toEqual(new Set(['message']))
    await session.established()
    const peers = await node.rpc<PeerInfo[]>('getpeerinfo')
    expect(peers).toMatchObject([
      { session_id: await session.sessionId(), transport_protocol_type: 'v2' },
    ])
    expect(errors).toEqual([])
  })
})
