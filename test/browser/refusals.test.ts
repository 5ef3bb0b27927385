/** Every refusal of the bridge that a user can meet names its reason on the page. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { silentPort } from '../../apps/bridge/test/support/silent-port.js'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage } from '../support/browser.js'
import { startFaultyNode } from '../support/faulty-node.js'
import { freePort } from '../support/free-port.js'
import { describeBrowser } from '../support/requirements.js'
import { startReverseProxy } from '../support/reverse-proxy.js'
import { listenOnce, type TcpPeer } from '../support/tcp-peer.js'
import { newTicketKey, type TicketKey } from '../support/tickets.js'
import { SessionPage } from './session-page.js'

let browser: TestBrowser
let key: TicketKey
const pages: TestPage[] = []
const toEnd: (() => unknown)[] = []

async function startBridge(options: string): Promise<BridgeProcess> {
  const bridge = await startBridgeProcess(options.split(' ').filter((part) => part !== ''))
  toEnd.push(() => bridge.stop())
  return bridge
}

async function newPage(language: 'en' | 'zh' = 'en'): Promise<SessionPage> {
  const opened = await browser.newPage({ reducedMotion: 'reduce' })
  pages.push(opened)
  await opened.page.addInitScript((chosen) => {
    localStorage.setItem('v2scope.language', chosen)
  }, language)
  return new SessionPage(opened.page)
}

/** What a page of this address comes to say of its failure. */
async function failureAt(bridge: BridgeProcess, query: string, language?: 'en' | 'zh') {
  const session = await newPage(language)
  await session.page.goto(`${bridge.url}#/session?${query}`)
  return session.failure()
}

/** A node of ours behind a bridge, and a page that has an established session with it. */
async function established(options = ''): Promise<{ session: SessionPage; node: TcpPeer }> {
  const listening = await listenOnce()
  const bridge = await startBridge(`--no-demo --node mine=127.0.0.1:${listening.port} ${options}`)
  const session = await newPage()
  await session.page.goto(`${bridge.url}#/session?peer=mine&network=regtest`)
  const node = await listening.called
  toEnd.push(() => node.close())
  await session.page.locator('[data-session-ready]').waitFor()
  return { session, node }
}

const english = (page: Page) => page.getByTestId('failure').locator('[lang="en"]').textContent()

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  for (const end of toEnd.splice(0).reverse()) await end()
})

describeBrowser('a refusal of the bridge', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    key = newTicketKey()
  })
  afterAll(async () => {
    await browser?.close()
    key?.remove()
  })

  describe('before there is a session', () => {
    it.each([
      ['a name that it has not', '', 'peer=nobody', 'RELAY_4404', /nobody.*Choose a peer/],
      [
        'an address, where it dials none',
        '',
        'peer=203.0.113.5:8333',
        'RELAY_4403',
        /named targets only/,
      ],
      [
        'an address that is private',
        '--allow-public',
        'peer=10.0.0.1:8333',
        'RELAY_4403',
        /a private address/,
      ],
      [
        'an address on a port of no node',
        '--allow-public',
        'peer=203.0.113.5:22',
        'RELAY_4403',
        /22|not allowed/,
      ],
    ])('of %s', async (_, options, query, code, words) => {
      const bridge = await startBridge(`--no-demo --listen none ${options}`)
      const failure = await failureAt(bridge, query)
      expect(failure.code).toBe(code)
      expect(failure.text).toMatch(words)
    })

    it('of an address that is none never leaves the page, which says what to write', async () => {
      const bridge = await startBridge('--allow-public --log-level info')
      const session = await newPage()
      await session.openEstablished(`${bridge.url}#/session?peer=0x7f.1:8333`)
      await expect
        .poll(() => session.page.textContent('body'))
        .toContain('peer=0x7f.1:8333: an IPv4 address is four decimal numbers')
      expect(bridge.output()).not.toContain('0x7f')
    })

    it('of a node that refuses, and one that does not answer', async () => {
      const [closed, silent] = [await freePort(), await silentPort()]
      const nodes = `--node closed=127.0.0.1:${closed} --node silent=127.0.0.1:${silent}`
      const bridge = await startBridge(`--no-demo ${nodes} --dial-timeout 500ms`)
      const refused = await failureAt(bridge, 'peer=closed&network=regtest')
      expect(refused.code).toBe('RELAY_4502')
      expect(refused.text).toMatch(/closed \(127.0.0.1:\d+\) refused.*See that the node runs/)
      const late = await failureAt(bridge, 'peer=silent&network=regtest')
      expect(late.code).toBe('RELAY_4408')
      expect(late.text).toMatch(/did not answer the dial in time/)
    })

    it('where there are too many: of everybody, of this address, to this target, a minute', async () => {
      const first = async (options: string) => {
        const bridge = await startBridge(options)
        await (await newPage()).openEstablished(bridge.url)
        return failureAt(bridge, 'peer=demo')
      }
      expect(await first('--connections 1')).toMatchObject({
        code: 'BRIDGE_FULL',
        text: expect.stringMatching(/as many connections as it takes.*Wait a little/),
      })
      expect(await first('--connections-per-address 1')).toMatchObject({
        code: 'RELAY_4420',
        text: expect.stringMatching(/Close other sessions/),
      })
      expect(await first('--connections-per-target 1')).toMatchObject({
        code: 'RELAY_4429',
        text: expect.stringMatching(/This peer has as many connections/),
      })
      expect(await first('--upgrades-per-minute 1')).toMatchObject({
        code: 'RELAY_4420',
        text: expect.stringMatching(/wait a minute/),
      })
    })

    it('for want of a ticket: missing, cut off, another bridge’s, for another peer, expired', async () => {
      const bridge = await startBridge(`--ticket-key ${key.file}`)
      const missing = await failureAt(bridge, 'peer=demo')
      expect(missing.code).toBe('RELAY_4401')
      expect(missing.text).toMatch(/wants a ticket/)
      const cut = (await key.make('--targets demo --connections 3 --for 10m')).slice(0, -9)
      expect((await failureAt(bridge, `peer=demo&ticket=${cut}`)).text).toMatch(/not signed/)
      const other = newTicketKey()
      toEnd.push(() => other.remove())
      const foreign = await other.make('--targets demo --connections 3 --for 10m')
      expect((await failureAt(bridge, `peer=demo&ticket=${foreign}`)).text).toMatch(/not signed/)
      const elsewhere = await key.make('--targets public --connections 3 --for 10m')
      expect((await failureAt(bridge, `peer=demo&ticket=${elsewhere}`)).text).toMatch(
        /for public, and not for demo/,
      )
      const short = await key.make('--targets demo --connections 3 --for 1s')
      await sleep(2000)
      const expired = await failureAt(bridge, `peer=demo&ticket=${short}`)
      expect(expired.code).toBe('RELAY_4401')
      expect(expired.text).toMatch(/has expired/)
    })

    it('of a page under an address that is not its own, which then cannot even start', async () => {
      const bridge = await startBridge('')
      const { page } = await newPage()
      const proxy = await startReverseProxy(bridge.url, { rewrites: ['host'] })
      toEnd.push(() => proxy.close())
      await page.goto(proxy.url)
      await page.locator('.unstarted').waitFor()
      expect(await page.textContent('body')).toMatch(/does not accept the address.*--origin/s)
      expect(await page.textContent('body')).toContain('桥接服务不接受打开此页面所用的地址')
      const own = await startReverseProxy(bridge.url, { rewrites: [] })
      toEnd.push(() => own.close())
      await page.goto(own.url)
      expect(await page.textContent('body')).toMatch(/The Host .* is not this bridge's; open it as/)
    })

    it('of a WebSocket that a proxy does not let through, by what is likely', async () => {
      const bridge = await startBridge('')
      const proxy = await startReverseProxy(bridge.url, { rewrites: ['host', 'origin', 'upgrade'] })
      toEnd.push(() => proxy.close())
      const session = await newPage()
      await session.page.goto(`${proxy.url}#/session?peer=demo`)
      const failure = await session.failure()
      expect(failure.code).toBe('UPGRADE_REFUSED')
      expect(failure.text).toMatch(/a proxy before it lets no WebSocket through.*--origin/)
    })

    it('is told in Chinese too, with the bridge’s own words beside it', async () => {
      const bridge = await startBridge('--no-demo --listen none')
      const session = await newPage('zh')
      await session.page.goto(`${bridge.url}#/session?peer=203.0.113.5:8333`)
      const { text } = await session.failure()
      expect(text).toMatch(/桥接服务不允许连接这个对端。.*运营者/)
      expect(await english(session.page)).toContain('named targets only')
    })
  })

  describe('of a session that stands', () => {
    it.each([
      ['FIN', (node: TcpPeer) => node.socket.end(), 'closed', /closed the connection \(FIN\)/],
      ['RST', (node: TcpPeer) => node.socket.resetAndDestroy(), 'reset', /was reset \(RST\)/],
    ] as const)('the peer’s %s is no failure, and is named', async (_, end, ended, words) => {
      const { session, node } = await established()
      end(node)
      await session.says('ended', words)
      expect(await session.page.getByTestId('ended').getAttribute('data-ended')).toBe(ended)
      expect(await session.text('phase')).toMatch(ended === 'reset' ? /RST/ : /FIN/)
    })

    it.each([
      ['silence', '--idle-timeout 1s', 'RELAY_4505', /idle for too long.*sent for so long/],
      ['its age', '--lifetime 2s', 'RELAY_4506', /the age.*limited life/],
    ])('%s ends it, and is named', async (_, options, code, words) => {
      const { session } = await established(options)
      const failure = await session.failure()
      expect(failure.code).toBe(code)
      expect(failure.text).toMatch(words)
    })

    it('a node that no longer reads ends it, and the bridge says who has stalled', async () => {
      const { session, node } = await established('--stall-timeout 1s')
      node.socket.pause()
      const size = session.page.getByRole('textbox', { name: /bytes of the decoy/ }).first()
      await size.fill('1000000')
      // more than the sockets on the way hold
      await session.page.getByTestId('send-decoy').evaluate((button: HTMLElement) => {
        for (let i = 0; i < 20; i++) button.click()
      })
      const failure = await session.failure()
      expect(failure.code).toBe('RELAY_4504')
      expect(failure.text).toMatch(/stalled.*mine has read nothing/)
    })

    it('its bytes, used up, end it; before, what is left is among the counters', async () => {
      const bridge = await startBridge('--bytes-in-all 40KiB')
      const session = await newPage()
      await session.openEstablished(bridge.url)
      const size = session.page.getByRole('textbox', { name: /bytes of the decoy/ }).first()
      await size.fill('25000')
      await session.click('send-decoy')
      await session.says('relay-left', /B left/)
      await session.click('send-decoy')
      const failure = await session.failure()
      expect(failure.code).toBe('RELAY_4409')
      expect(failure.text).toMatch(/used up.*press “Again”/)
    })

    it('those of its ticket, used up, end it too, and its connections the next one', async () => {
      const bridge = await startBridge(`--ticket-key ${key.file}`)
      const bytes = await key.make('--targets demo --connections 2 --bytes 40KiB --for 10m')
      const session = await newPage()
      await session.openEstablished(`${bridge.url}#/session?peer=demo&ticket=${bytes}`)
      await session.page
        .getByRole('textbox', { name: /bytes of the decoy/ })
        .first()
        .fill('50000')
      await session.click('send-decoy')
      const { code, text } = await session.failure()
      expect(code).toBe('RELAY_4409')
      expect(text).toMatch(/Your ticket was for 40 KiB.*ask whoever runs the bridge/)
      const once = await key.make('--targets demo --connections 1 --for 10m')
      const other = await newPage()
      await other.openEstablished(`${bridge.url}#/session?peer=demo&ticket=${once}`)
      await other.again()
      expect(await other.failure()).toMatchObject({
        code: 'RELAY_4409',
        text: expect.stringMatching(/Your ticket was for 1 connection/),
      })
    })

    it('a key that is held for too long is named, after a warning and a countdown', async () => {
      const node = await startFaultyNode('says nothing')
      toEnd.push(() => node.close())
      const of = `--no-demo --node mine=127.0.0.1:${node.port} --first-byte-timeout 4s`
      const bridge = await startBridge(of)
      const session = await newPage()
      await session.page.goto(`${bridge.url}#/session?peer=mine&network=regtest&hold=1`)
      await session.says('first-byte-left', /hangs up in \d s/)
      await session.says('held-warning', /within 4 s/)
      const failure = await session.failure()
      expect(failure.code).toBe('FIRST_BYTE_TIMEOUT')
      expect(failure.text).toMatch(/first byte did not come in time.*let your key go sooner/)
    })

    it('a bridge that ends says so; one that is killed is missed', async () => {
      const ending = await startBridge('--drain 1s')
      const session = await newPage()
      await session.openEstablished(ending.url)
      const stopped = ending.stop('SIGTERM')
      expect(await session.failure()).toMatchObject({
        code: 'RELAY_1001',
        text: expect.stringMatching(/shutting down.*Wait until it runs again/),
      })
      await stopped
      const killed = await startBridge('')
      const other = await newPage()
      await other.openEstablished(killed.url)
      process.kill(killed.pid, 'SIGKILL')
      expect(await other.failure()).toMatchObject({
        code: 'RELAY_1006',
        text: expect.stringMatching(/no longer answers/),
      })
      await other.again()
      expect(await other.failure()).toMatchObject({
        code: 'NO_BRIDGE',
        text: expect.stringMatching(/npm start/),
      })
    })
  })
})
