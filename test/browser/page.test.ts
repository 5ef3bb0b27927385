import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { type Fault, type FaultyNode, startFaultyNode } from '../support/faulty-node.js'
import { freePort } from '../support/free-port.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowser, describeBrowserWithRealNode } from '../support/requirements.js'
import { serveStatic } from '../support/static-server.js'
import { SessionPage } from './session-page.js'

let browser: TestBrowser
const pages: TestPage[] = []

async function newPage(view?: View): Promise<{ session: SessionPage; errors: string[] }> {
  const opened = await browser.newPage(view)
  pages.push(opened)
  return { session: new SessionPage(opened.page), errors: opened.errors }
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

describeBrowser('the page', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  describe('with the demo node', () => {
    let bridge: BridgeProcess
    beforeAll(async () => {
      bridge = await startBridgeProcess()
    })
    afterAll(() => bridge?.stop())

    it('shows an established session by itself, with equal session ids and no error', async () => {
      const { session, errors } = await newPage()
      await session.openEstablished(bridge.url)
      await session.says('peer-report', /same|equal/i)
      const id = await session.sessionId()
      expect(id).toMatch(/^[0-9a-f]{64}$/)
      const response = await fetch(new URL('demo/getpeerinfo', bridge.url))
      const peers = (await response.json()) as { session_id: string }[]
      expect(peers.map((peer) => peer.session_id)).toContain(id)
      expect(await session.text('transport')).toMatch(/v2/)
      expect(await session.page.textContent('body')).toContain('encrypted, peer unauthenticated')
      expect(errors).toEqual([])
    })

    it('connects as its address says', async () => {
      const { session, errors } = await newPage()
      await session.openEstablished(
        `${bridge.url}#/session?peer=demo&network=regtest&garbage=100&decoys=2`,
      )
      await expect.poll(async () => (await session.ladder()).length).toBeGreaterThan(9)
      const ladder = await session.ladder()
      expect(ladder[1]).toMatch(/garbage.*100 B/s)
      expect(ladder.filter((item) => /decoy/i.test(item)).length).toBeGreaterThanOrEqual(2)
      expect(errors).toEqual([])
    })

    it('sends decoys and asks for headers while it runs', async () => {
      const { session, errors } = await newPage()
      await session.openEstablished(`${bridge.url}#/session?peer=demo&decoys=0`)
      await session.says('latency', /\d/)
      await session.click('ask-headers')
      await expect.poll(async () => (await session.packets()).join()).toMatch(/headers/)
      await session.click('send-decoy')
      await expect.poll(async () => (await session.packets()).join()).toMatch(/decoy/)
      await session.says('decoy-share', /[1-9]/)
      expect(errors).toEqual([])
    })

    it('says whether a pasted session id is the same', async () => {
      const { session } = await newPage()
      await session.openEstablished(bridge.url)
      const id = await session.sessionId()
      const field = session.page.getByTestId('paste-session-id').first()
      await field.fill(` ${id.toUpperCase()} `)
      await session.says('paste-verdict', /match|same|equal/i)
      const last = id.endsWith('0') ? '1' : '0'
      await field.fill(id.slice(0, -1) + last)
      await session.says('paste-verdict', /differ|mismatch|not/i)
    })

    it('starts afresh, and keeps the last session to look at', async () => {
      const { session } = await newPage()
      await session.openEstablished(bridge.url)
      const first = await session.sessionId()
      await session.again()
      await expect.poll(() => session.sessionId()).toMatch(/^[0-9a-f]{64}$/)
      await expect.poll(() => session.sessionId()).not.toBe(first)
    })

    it('says in words that the bridge offers no such peer', async () => {
      const { session } = await newPage()
      await session.page.goto(`${bridge.url}#/session?peer=nobody`)
      const { code, text } = await session.failure()
      expect(code).toContain('RELAY_4404')
      expect(text).toMatch(/nobody/)
    })
  })

  describe('with a peer that misbehaves', () => {
    const FAULTS: [Fault, RegExp, RegExp][] = [
      ['closes at once', /CLOSED_BEFORE_KEY/, /not encrypted/],
      ['closes mid-handshake', /CLOSED_IN_HANDSHAKE/, /closed/],
      ['sends rubbish', /GARBAGE_TERMINATOR_MISSING/, /another network/],
      ['says nothing', /HANDSHAKE_TIMEOUT/, /64-byte key/],
    ]
    const nodes: FaultyNode[] = []
    let bridge: BridgeProcess
    beforeAll(async () => {
      for (const [fault] of FAULTS) nodes.push(await startFaultyNode(fault))
      const options = nodes.flatMap((node, i) => ['--node', `faulty${i}=127.0.0.1:${node.port}`])
      bridge = await startBridgeProcess(['--no-demo', ...options])
    })
    afterAll(async () => {
      await bridge?.stop()
      for (const node of nodes) await node.close()
    })

    it.each(FAULTS.map((fault, i) => [...fault, i] as const))(
      'one that %s: says so in words, keeps what was shown, and can start again',
      async (_, code, words, i) => {
        const { session, errors } = await newPage()
        await session.page.goto(
          `${bridge.url}#/session?peer=faulty${i}&network=regtest&garbage=10&timeout=2`,
        )
        const failure = await session.failure()
        expect(failure.code).toMatch(code)
        expect(failure.text).toMatch(words)
        expect((await session.ladder())[0]).toMatch(/key.*64 B/is)
        await session.again()
        expect((await session.failure()).code).toMatch(code)
        expect(errors).toEqual([])
      },
    )
  })

  it('says that the bridge went away, and works again when it is back', async () => {
    const port = await freePort()
    const first = await startBridgeProcess(['--port', String(port)])
    const { session } = await newPage()
    await session.openEstablished(first.url)
    const shown = (await session.ladder()).length
    await first.stop('SIGKILL')
    expect((await session.failure()).code).toMatch(/RELAY_/)
    expect((await session.ladder()).length).toBeGreaterThanOrEqual(shown)
    const second = await startBridgeProcess(['--port', String(port)])
    try {
      await session.again()
      await session.established()
      await expect.poll(() => session.sessionId()).toMatch(/^[0-9a-f]{64}$/)
    } finally {
      await second.stop()
    }
  })

  it.each(['initiator', 'responder'])(
    'needs no bridge for the simulated peer, from any static host, as the %s',
    async (role) => {
      const host = await serveStatic(inRoot('apps/web/dist'), { base: '/some/where/' })
      try {
        const { session } = await newPage()
        await session.openEstablished(`${host.url}#/session?peer=simulated&role=${role}`)
        await session.says('peer-report', /same|equal/i)
      } finally {
        await host.close()
      }
    },
  )
})

describeBrowserWithRealNode('the page and bitcoind', () => {
  let node: RealNode
  let v1Node: RealNode
  let bridge: BridgeProcess
  beforeAll(async () => {
    browser = await launchBrowser()
    node = await startRealNode()
    v1Node = await startRealNode({ v2: false })
    await node.rpc('generatetoaddress', 300, 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080')
    bridge = await startBridgeProcess([
      '--no-demo',
      '--node',
      `mine=127.0.0.1:${node.p2pPort}`,
      '--node',
      `old=127.0.0.1:${v1Node.p2pPort}`,
    ])
  })
  afterAll(async () => {
    await bridge?.stop()
    await node?.stop()
    await v1Node?.stop()
    await browser?.close()
  })

  it("shows the session id of bitcoind's getpeerinfo, and its headers", async () => {
    const { session, errors } = await newPage()
    await session.openEstablished(`${bridge.url}#/session?peer=mine&network=regtest`)
    await session.says('latency', /\d/)
    const peers =
      await node.rpc<{ session_id: string; transport_protocol_type: string }[]>('getpeerinfo')
    expect(peers).toMatchObject([
      { session_id: await session.sessionId(), transport_protocol_type: 'v2' },
    ])
    await session.click('ask-headers')
    await expect.poll(async () => (await session.packets()).join()).toMatch(/headers/)
    expect(errors).toEqual([])
  })

  it('says that a node speaks only v1, and connects in v1 when asked to, not encrypted (S2)', async () => {
    const { session } = await newPage()
    await session.page.goto(`${bridge.url}#/session?peer=old&network=regtest`)
    const { code, text } = await session.failure()
    expect(code).toContain('CLOSED_BEFORE_KEY')
    expect(text).toMatch(/not encrypted/)
    await session.page.getByRole('button', { name: /v1/ }).first().click()
    await session.says('transport', /v1/)
    await expect.poll(async () => (await session.ladder()).join()).toMatch(/verack/)
    expect(await session.page.textContent('body')).toMatch(/not encrypted/)
  })

  it('names the possibility of another network where the keys differ (H5)', async () => {
    const { session } = await newPage()
    await session.page.goto(`${bridge.url}#/session?peer=mine&network=signet&timeout=2`)
    expect((await session.failure()).text).toMatch(/another network/)
  })
})
