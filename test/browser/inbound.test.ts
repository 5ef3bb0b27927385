/** A real node dials the page: the page is the responder, and both sides agree on the session id. */
import { connect, type Socket } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowserWithRealNode } from '../support/requirements.js'
import { bareStrings, flaws } from './page-checks.js'
import { SessionPage } from './session-page.js'

const PATIENCE = { timeout: 15_000 }
const PHONE = { width: 390, height: 844, hasTouch: true }

interface PeerInfo {
  readonly addr: string
  readonly session_id: string
  readonly transport_protocol_type: string
}

let node: RealNode
let bridge: BridgeProcess
let browser: TestBrowser
const pages: TestPage[] = []
const callers: Socket[] = []

async function openPage(query: string, view: View = {}, base = bridge.url) {
  const opened = await browser.newPage(view)
  pages.push(opened)
  await opened.page.goto(`${base}#/session?${query}`)
  return { session: new SessionPage(opened.page), page: opened.page, errors: opened.errors }
}

/** Has the node do what the page says, word by word. */
async function doAsTold(session: SessionPage): Promise<string> {
  await session.says('addnode', /onetry/)
  const words = (await session.text('addnode')).split(' ')
  expect(words.slice(0, 3)).toEqual(['bitcoin-cli', '-regtest', 'addnode'])
  const [address = '', how, v2] = words.slice(3)
  expect(address).toBe(await session.text('listening-at'))
  await node.rpc('addnode', address, how, v2 === 'true')
  return address
}

/** A caller that says nothing. */
function call(address: string): Socket {
  const [host, port] = address.split(':')
  const socket = connect(Number(port), host)
  socket.on('error', () => {})
  callers.push(socket)
  return socket
}

/** What is wrong with what is shown: in a made-up language, words that are in no catalogue. */
const wrongOn = (page: Page, language: string): Promise<string[]> =>
  language === 'pseudo' ? bareStrings(page) : flaws(page)

const peers = () => node.rpc<PeerInfo[]>('getpeerinfo')

afterEach(async () => {
  for (const caller of callers.splice(0)) caller.destroy()
  for (const page of pages.splice(0)) await page.close()
  await expect.poll(peers, PATIENCE).toEqual([])
})

describeBrowserWithRealNode('bitcoind that dials the page', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    node = await startRealNode({ args: ['-peertimeout=600'] })
    bridge = await startBridgeProcess()
  })
  afterAll(async () => {
    await bridge?.stop()
    await node?.stop()
    await browser?.close()
  })

  it.each([
    ['wide', {}],
    ['on a phone', PHONE],
  ])('is answered, and reports the same session id: %s', async (_, view) => {
    const { session, errors } = await openPage('peer=inbound&decoys=1', view)
    const address = await doAsTold(session)
    await session.established()
    const id = await session.sessionId()
    expect(id).toMatch(/^[0-9a-f]{64}$/)
    expect(await peers()).toMatchObject([
      { addr: address, session_id: id, transport_protocol_type: 'v2' },
    ])
    // H2: our key goes out before theirs is whole
    const [first, ...others] = await session.ladder()
    expect(first).toContain('your public key')
    expect(others.some((text) => text.includes('the peer’s public key'))).toBe(true)
    expect(errors).toEqual([])
  })

  it('is chosen from the list of peers, and gets our answer piece by piece where it is held', async () => {
    const { session, page, errors } = await openPage('peer=simulated')
    await session.established()
    await page.locator('form select').first().selectOption('inbound')
    await session.click('hold-start')
    await session.click('connect')
    expect(new URL(page.url()).hash).toBe('#/session?peer=inbound&network=regtest')
    await doAsTold(session)
    const held = page.getByTestId('held-next')
    const kinds: (string | null)[] = []
    for (let n = 0; n < 4; n++) {
      await expect.poll(() => held.getAttribute('data-kind'), PATIENCE).not.toBe(kinds.at(-1))
      kinds.push(await held.getAttribute('data-kind'))
      await session.click('release')
    }
    expect(kinds).toEqual(['key', 'garbage', 'terminator', 'version packet'])
    await session.click('hold')
    await session.established()
    expect((await peers()).map((peer) => peer.session_id)).toEqual([await session.sessionId()])
    expect(errors).toEqual([])
  })

  it('is told while there is a session, and can be taken; in v1 it is shown as what it is', async () => {
    const { session, page, errors } = await openPage('peer=inbound')
    const address = await doAsTold(session)
    await session.established()
    await node.rpc('disconnectnode', address)
    await expect.poll(peers, PATIENCE).toEqual([])
    await node.rpc('addnode', address, 'onetry', false)
    await session.says('nodes-waiting', /Another node has dialled: 127\.0\.0\.1:\d+/)
    await session.click('take-node')
    await session.says('transport', /v1/)
    await session.says('phase', /not encrypted/)
    expect(await peers()).toMatchObject([{ addr: address, transport_protocol_type: 'v1' }])
    expect(await page.getByTestId('nodes-waiting').count()).toBe(0)
    expect(errors).toEqual([])
  })

  it.each([
    ['en', 1440, {}],
    ['zh', 390, PHONE],
    ['pseudo', 1440, {}],
  ])('is waited for and announced for everyone: in %s, %i px wide', async (language, _, view) => {
    const opened = await browser.newPage({ ...view, reducedMotion: 'reduce' })
    pages.push(opened)
    const { page } = opened
    await page.addInitScript((chosen) => {
      localStorage.setItem('v2scope.language', chosen)
    }, language)
    await page.goto(`${bridge.url}#/session?peer=inbound`)
    const address = await page.getByTestId('listening-at').innerText()
    expect(await wrongOn(page, language)).toEqual([])
    call(address)
    await page.waitForSelector('[data-session-state="handshake"]')
    call(address)
    await page.getByTestId('take-node').waitFor()
    expect(await wrongOn(page, language)).toEqual([])
  })

  it('can’t where the bridge opens no ports, and the page says whose doing that is', async () => {
    const closed = await startBridgeProcess(['--no-listen', '--no-demo'])
    try {
      const { session } = await openPage('peer=inbound', {}, closed.url)
      const { code, text } = await session.failure()
      expect(code).toBe('RELAY_4403')
      expect(text).toContain('its operator can allow it with --listen')
    } finally {
      await closed.stop()
    }
  })
})
