/** A node that the bridge has no name for, and what answers where: asked from the page. */

import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage } from '../support/browser.js'
import { freePort } from '../support/free-port.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowserWithRealNode } from '../support/requirements.js'
import { SessionPage } from './session-page.js'

const PATIENCE = { timeout: 20_000 }
const SIMULATED = '#/session?peer=simulated&seed=tools'

let browser: TestBrowser
const pages: TestPage[] = []

async function openPage(url: string) {
  const opened = await browser.newPage({ reducedMotion: 'reduce' })
  pages.push(opened)
  const session = new SessionPage(opened.page)
  await session.openEstablished(url)
  return { session, page: opened.page, errors: opened.errors }
}

/** Writes an address where the peer is chosen, and its network. */
async function chooseNode({ page }: SessionPage, address: string, network: string): Promise<void> {
  await page.locator('form select').first().selectOption(':my-node')
  await page.getByTestId('node-address').fill(address)
  await page.locator('form select').nth(1).selectOption(network)
}

/** Asks what answers there. */
async function probed(session: SessionPage): Promise<{ kind: string | null; text: string }> {
  await session.click('probe')
  const says = session.page.getByTestId('probe-says')
  await expect.poll(() => says.getAttribute('data-kind'), PATIENCE).not.toBe('asking')
  const found = {
    kind: await says.getAttribute('data-kind'),
    text: (await says.textContent()) ?? '',
  }
  await session.click('probe')
  return found
}

/** Connections that the bridge has open. */
async function openAt(bridge: BridgeProcess): Promise<number> {
  const answer = await fetch(new URL('limits', bridge.url))
  const { connections } = (await answer.json()) as { connections: { open: number } }
  return connections.open
}

/** Starts a server that `close` ends, whoever is still connected. */
async function listening(server: Server): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

describeBrowserWithRealNode('a node by its address', () => {
  let bridge: BridgeProcess
  let node: RealNode
  beforeAll(async () => {
    browser = await launchBrowser()
    node = await startRealNode({ args: ['-maxconnections=40'] })
  })
  beforeAll(async () => {
    bridge = await startBridgeProcess(['--no-demo', '--allow', `127.0.0.1:${node.p2pPort}`])
  })
  afterAll(async () => {
    await bridge?.stop()
    await node?.stop()
    await browser?.close()
  })

  it('is asked what it is, and then connected to; both report one session id', async () => {
    const { session, page, errors } = await openPage(bridge.url + SIMULATED)
    const address = `127.0.0.1:${node.p2pPort}`
    await chooseNode(session, address, 'regtest')
    const { kind, text } = await probed(session)
    expect(kind).toBe('node')
    expect(text).toMatch(/\/Satoshi:[\d.]+.*protocol70016.*NETWORK.*It offers v2: NODE_P2P_V2/)
    await expect.poll(() => node.rpc<unknown[]>('getpeerinfo'), PATIENCE).toEqual([])
    await session.click('connect')
    await session.established()
    expect(new URL(page.url()).hash).toContain(`peer=127.0.0.1%3A${node.p2pPort}`)
    await expect.poll(() => session.sessionId()).toMatch(/^[0-9a-f]{64}$/)
    expect(await node.rpc('getpeerinfo')).toMatchObject([
      { session_id: await session.sessionId(), transport_protocol_type: 'v2' },
    ])
    await page.reload()
    await session.established()
    expect(errors).toEqual([])
  })
})

describeBrowserWithRealNode('a probe', () => {
  const toClose: (() => Promise<void>)[] = []
  const nodes: RealNode[] = []
  const ports: Record<string, number> = {}
  let bridge: BridgeProcess

  async function serve(name: string, server: Server): Promise<void> {
    const { port, close } = await listening(server)
    ports[name] = port
    toClose.push(close)
  }

  beforeAll(async () => {
    browser = await launchBrowser()
    nodes.push(await startRealNode({ v2: false }), await startRealNode({ network: 'signet' }))
    for (const [i, name] of ['v1 only', 'signet'].entries()) ports[name] = nodes[i]?.p2pPort ?? 0
    await serve(
      'http',
      createHttpServer((_, response) => response.end()),
    )
    await serve(
      'ssh',
      createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
    )
    await serve(
      'silence',
      createServer((socket) => socket.resume()),
    )
    ports.nobody = await freePort()
    const named = Object.entries(ports).flatMap(([name, port]) => [
      '--node',
      `${name.replace(' ', '-')}=127.0.0.1:${port}`,
    ])
    bridge = await startBridgeProcess(['--no-demo', ...named])
  })
  afterAll(async () => {
    await bridge?.stop()
    for (const node of nodes) await node.stop()
    for (const close of toClose) await close()
    await browser?.close()
  })

  it.each([
    ['v1-only', 'regtest', 'node', /It speaks v1 only.*v2transport=1/],
    ['signet', 'signet', 'node', /\/Satoshi:.*It offers v2/],
    ['signet', 'regtest', 'hung up', /without a word \(FIN\): perhaps a node of another network/],
    ['http', 'regtest', 'something else', /a web server answers.*“HTTP\/1.1 400/],
    ['ssh', 'regtest', 'something else', /an SSH server answers.*“SSH-2.0-OpenSSH_9.6··”/],
    ['silence', 'regtest', 'no answer', /said nothing for 10 s/],
    ['nobody', 'regtest', 'no way', /could not connect.*nobody \(127.0.0.1:\d+\) refused/],
  ])('of %s, asked as %s: %s', async (name, network, kind, words) => {
    const { session, page, errors } = await openPage(bridge.url + SIMULATED)
    await page.locator('form select').first().selectOption(name)
    await page.locator('form select').nth(1).selectOption(network)
    const found = await probed(session)
    expect(found.kind).toBe(kind)
    expect(found.text).toMatch(words)
    await expect.poll(() => openAt(bridge), PATIENCE).toBe(0)
    for (const node of nodes) {
      await expect.poll(() => node.rpc<unknown[]>('getpeerinfo'), PATIENCE).toEqual([])
    }
    // the session on show goes on
    await session.established()
    expect(errors).toEqual([])
  })

  it('that nobody waits for any more is over at once', async () => {
    const { session, page } = await openPage(bridge.url + SIMULATED)
    await page.locator('form select').first().selectOption('silence')
    await session.click('probe')
    await expect.poll(() => openAt(bridge), PATIENCE).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => openAt(bridge), PATIENCE).toBe(0)
  })
})
