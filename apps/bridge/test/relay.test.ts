import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'
import { testBridge, until } from './support/bridge.js'
import { fakeNode, freePort, readBytes } from './support/fake-node.js'
import { FakePage, openPage } from './support/page.js'
import { pageUpgrade, rawRequest } from './support/raw-http.js'
import { silentPort } from './support/silent-port.js'

async function openRelay(limits = {}, options: ClientOptions = {}) {
  const node = await fakeNode()
  const bridge = await testBridge({ targets: [node.target], limits })
  const page = openPage(bridge.url, '/relay/mine', options)
  const socket = await node.accept()
  await page.announced
  return { bridge, page, socket, node }
}

describe('a relay opens', () => {
  it('with one text frame that names both ends of its TCP connection', async () => {
    const { page, socket, node } = await openRelay()
    socket.write('after')
    await page.read(5)
    expect(page.text).toHaveLength(1)
    expect(await page.announced).toEqual({
      type: 'open',
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      target: 'mine',
      remote: `127.0.0.1:${node.target.port}`,
      local: `127.0.0.1:${socket.remotePort}`,
      limits: expect.anything(),
    })
  })

  it('echoing its subprotocol only, compression off', async () => {
    const node = await fakeNode()
    const { port } = await testBridge({ targets: [node.target] })
    const ask = (offered: Record<string, string>) =>
      rawRequest(port, '/relay/mine', { ...pageUpgrade(port), ...offered })
    const both = await ask({
      'sec-websocket-protocol': 'ticket.abc, v2scope.relay.1',
      'sec-websocket-extensions': 'permessage-deflate',
    })
    expect(both.status).toBe(101)
    expect(both.headers.get('sec-websocket-protocol')).toBe('v2scope.relay.1')
    expect(both.headers.has('sec-websocket-extensions')).toBe(false)
    const none = await ask({})
    expect(none.status).toBe(101)
    expect(none.headers.has('sec-websocket-protocol')).toBe(false)
    const other = await ask({ 'sec-websocket-protocol': 'ticket.abc' })
    expect(other.status).toBe(101)
    expect(other.headers.has('sec-websocket-protocol')).toBe(false)
  })

  it('with the bytes that the page sent before the dial was answered', async () => {
    const node = await fakeNode()
    const { url } = await testBridge({ targets: [node.target] })
    const page = openPage(url, '/relay/mine')
    const sent = Buffer.alloc(1_000_000, 'early')
    page.ws.once('open', () => {
      page.ws.send(sent.subarray(0, 7))
      page.ws.send(sent.subarray(7))
    })
    expect((await readBytes(await node.accept(), sent.length)).equals(sent)).toBe(true)
  })

  it('with the bytes that came in one packet with the upgrade', async () => {
    const node = await fakeNode()
    const { port } = await testBridge({ targets: [node.target] })
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => {
      socket.destroy()
    })
    const headers = Object.entries(pageUpgrade(port))
    const head = ['GET /relay/mine HTTP/1.1', ...headers.map((each) => each.join(': ')), '', '']
    const unmaskedFrame = Buffer.from([0x82, 0x83, 0, 0, 0, 0, 1, 2, 3])
    socket.write(Buffer.concat([Buffer.from(head.join('\r\n')), unmaskedFrame]))
    expect([...(await readBytes(await node.accept(), 3))]).toEqual([1, 2, 3])
  })
})

describe('the page is told why there is no relay', () => {
  const closeOf = async (path: string, port = 1, limits = {}, host = '127.0.0.1') => {
    const target = { name: 'mine', host, port, network: null }
    const { url } = await testBridge({ targets: [target], limits })
    return openPage(url, path).closed
  }

  it('4404: no such name, however long', async () => {
    expect(await closeOf('/relay/other')).toEqual({
      code: 4404,
      reason: 'No target is named "other"; /targets lists them',
    })
    const { code, reason } = await closeOf(`/relay/${encodeURIComponent('€'.repeat(100))}`)
    expect(code).toBe(4404)
    expect(reason).toMatch(/^No target is named "€+$/)
  })

  it('4403: free addresses; 4400: no name', async () => {
    expect((await closeOf('/relay?addr=127.0.0.1:1')).code).toBe(4403)
    expect((await closeOf('/relay')).code).toBe(4400)
  })

  it('4502: refused, or no such host', async () => {
    const refused = await closeOf('/relay/mine', await freePort())
    expect(refused.code).toBe(4502)
    expect(refused.reason).toMatch('refused')
    const unknown = await closeOf('/relay/mine', 1, {}, 'nowhere.invalid')
    expect(unknown.code).toBe(4502)
    expect(unknown.reason).toMatch('nowhere.invalid')
  })

  it.runIf(process.platform === 'linux')('4408: the dial is not answered', async () => {
    const closed = await closeOf('/relay/mine', await silentPort(), { dialTimeout: 200 })
    expect(closed.code).toBe(4408)
    expect(closed.reason).toMatch('did not answer')
  })

  it('503 before the upgrade: too many relays', async () => {
    const { bridge } = await openRelay({ connections: 1 })
    const answer = await rawRequest(bridge.port, '/relay/mine', pageUpgrade(bridge.port))
    expect(answer.status).toBe(503)
  })

  it('404 before the upgrade: a WebSocket elsewhere', async () => {
    const { port } = await testBridge()
    expect((await rawRequest(port, '/other', pageUpgrade(port))).status).toBe(404)
  })
})

describe('a relay ends', () => {
  it('1000 when the target closes, and the target sees our FIN: no half-close', async () => {
    const { page, socket } = await openRelay()
    const ended = readBytes(socket)
    socket.end()
    expect(await page.closed).toEqual({ code: 1000, reason: 'mine closed the connection' })
    await ended
  })

  it('4503 when the target resets', async () => {
    const { page, socket } = await openRelay()
    socket.resetAndDestroy()
    expect((await page.closed).code).toBe(4503)
  })

  it('1003 on a text frame, after the bytes before it', async () => {
    const { page, socket } = await openRelay()
    page.ws.send(Buffer.from('bytes'))
    page.ws.send('text')
    page.ws.send(Buffer.from('dropped'))
    expect((await page.closed).code).toBe(1003)
    expect((await readBytes(socket)).toString()).toBe('bytes')
  })

  it('1009 on a message above the bound', async () => {
    const { page, socket } = await openRelay({ frameSize: 1000 })
    page.ws.send(Buffer.alloc(1001))
    expect((await page.closed).code).toBe(1009)
    expect(await readBytes(socket)).toHaveLength(0)
  })

  it('1001 when the bridge ends, and both sockets are gone', async () => {
    const { bridge, page, socket } = await openRelay()
    const ended = readBytes(socket)
    await bridge.close()
    expect((await page.closed).code).toBe(1001)
    await ended
    expect(bridge.stats()).toEqual({ relays: 0, opened: 1 })
  })

  it('with a FIN to the target after everything that the page sent', async () => {
    const { page, socket } = await openRelay()
    const sent = Buffer.alloc(3_000_000, 'x')
    for (let at = 0; at < sent.length; at += 1e6) page.ws.send(sent.subarray(at, at + 1e6))
    page.ws.close(1000)
    await page.closed
    expect((await readBytes(socket)).equals(sent)).toBe(true)
  })

  it('even if the target never answers the FIN', async () => {
    const { bridge, page } = await openRelay({ targetCloseGrace: 100 })
    page.ws.close(1000)
    await until(() => bridge.stats().relays === 0)
  })

  it('even if the page never answers the close frame', async () => {
    const { bridge, page, socket } = await openRelay({ pageCloseGrace: 100 })
    page.socket.pause()
    socket.end()
    socket.resume()
    await until(() => bridge.stats().relays === 0)
  })
})

describe('many relays', () => {
  it('do not mix', async () => {
    const node = await fakeNode()
    const { url } = await testBridge({ targets: [node.target] })
    const pages = Array.from({ length: 20 }, () => openPage(url, '/relay/mine'))
    for (const _ of pages) {
      const socket = await node.accept()
      socket.pipe(socket)
    }
    await Promise.all(
      pages.map(async (page, index) => {
        await page.announced
        const sent = Buffer.alloc(100_000, index)
        page.ws.send(sent)
        expect((await page.read(sent.length)).equals(sent)).toBe(true)
      }),
    )
  })

  it('serve a client that offers no subprotocol', async () => {
    const node = await fakeNode()
    const { port } = await testBridge({ targets: [node.target] })
    const origin = `http://127.0.0.1:${port}`
    const ws = new WebSocket(`ws://127.0.0.1:${port}/relay/mine`, { origin })
    onTestFinished(() => ws.terminate())
    expect((await new FakePage(ws).announced).target).toBe('mine')
  })
})
