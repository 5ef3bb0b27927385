import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { BridgeSettings } from '../src/bridge.js'
import { toldAddress } from '../src/listening/told-address.js'
import { testBridge, until } from './support/bridge.js'
import { freePort, readBytes } from './support/fake-node.js'
import { KeptLog } from './support/kept-log.js'
import { openPage } from './support/page.js'

/** The id of an inbound connection as the bridge makes it. */
const ID = /^[0-9a-f]{32}$/

/** A page that listens, and what it has been told; `address` is where. */
async function listeningPage(url: string) {
  const page = openPage(url, '/listen')
  const frames = () => page.text.map((text) => JSON.parse(text))
  await until(() => page.text.length > 0)
  const { address } = frames()[0]
  const inbound = async (nth: number) => {
    const told = () => frames().filter(({ type }) => type === 'inbound')
    await until(() => told().length > nth)
    return told()[nth]
  }
  return { page, frames, address, inbound }
}

async function listening(settings: Partial<BridgeSettings> = {}) {
  const bridge = await testBridge(settings)
  return { bridge, ...(await listeningPage(bridge.url)) }
}

/** Dials as a node would; gone when the test is over. */
function node(address: string): Socket {
  const { hostname, port } = new URL(`tcp://${address}`)
  const socket = dial(Number(port), hostname.replace(/^\[|\]$/g, ''))
  socket.on('error', () => undefined)
  onTestFinished(() => {
    socket.destroy()
  })
  return socket
}

/** Resolves once the socket has been closed from the other side. */
async function closed(socket: Socket): Promise<void> {
  socket.resume()
  if (!socket.destroyed) await once(socket, 'close')
}

const isRefused = (address: string) =>
  new Promise<boolean>((resolve) => {
    const socket = node(address)
    socket.on('connect', () => resolve(false))
    socket.on('error', () => resolve(true))
  })

describe('a page that listens', () => {
  it('is told where, then each connection with an id that nobody can guess', async () => {
    const { frames, address, inbound } = await listening()
    expect(frames()).toEqual([{ type: 'listening', address }])
    expect(address).toMatch(/^127\.0\.0\.1:\d+$/)
    const dialler = node(address)
    await once(dialler, 'connect')
    expect(await inbound(0)).toEqual({
      type: 'inbound',
      id: expect.stringMatching(ID),
      remote: `127.0.0.1:${dialler.localPort}`,
    })
    node(address)
    expect((await inbound(1)).id).not.toBe((await inbound(0)).id)
  })

  it('takes a connection as a relay, with every byte since it was made', async () => {
    const { bridge, address, inbound } = await listening()
    const dialler = node(address)
    const early = Buffer.alloc(300_000, 'early')
    dialler.write(early)
    const { id } = await inbound(0)
    const relay = openPage(bridge.url, `/accept/${id}`)
    expect(await relay.announced).toMatchObject({
      type: 'open',
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      target: 'inbound',
      remote: `127.0.0.1:${dialler.localPort}`,
      local: address,
    })
    expect((await relay.read(early.length)).equals(early)).toBe(true)
    relay.ws.send(Buffer.from('answer'))
    expect((await readBytes(dialler, 6)).toString()).toBe('answer')
    dialler.end('last')
    expect((await relay.closed).code).toBe(1000)
    expect(relay.bytes.subarray(early.length).toString()).toBe('last')
  })

  it('reads nothing of a connection before it is taken', async () => {
    const { address, inbound } = await listening()
    const dialler = node(address)
    await inbound(0)
    const more = Buffer.alloc(1024 * 1024)
    const total = 32 * more.length
    for (let sent = 0; sent < total; sent += more.length) dialler.write(more)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(dialler.writableLength).toBeGreaterThan(total / 2)
  })

  it('1003: says anything', async () => {
    const { page, address } = await listening()
    page.ws.send('hello')
    expect((await page.closed).code).toBe(1003)
    expect(await isRefused(address)).toBe(true)
  })

  it('4506: after the lifetime of a connection', async () => {
    const { page } = await listening({ limits: { lifetime: 50 } })
    expect((await page.closed).code).toBe(4506)
  })

  it('counts as a connection', async () => {
    const { bridge, address, inbound } = await listening({ limits: { connections: 1 } })
    node(address)
    const { id } = await inbound(0)
    const relay = openPage(bridge.url, `/accept/${id}`)
    expect((await relay.closed).code).toBe(1006)
  })
})

describe('an inbound connection', () => {
  it('is gone once nobody has taken it in time', async () => {
    const { bridge, frames, address, inbound } = await listening({
      limits: { inboundPatience: 50 },
    })
    const dialler = node(address)
    const { id } = await inbound(0)
    await closed(dialler)
    await until(() => frames().length > 2)
    expect(frames()[2]).toEqual({
      type: 'gone',
      id,
      reason: 'Nobody took it within 0.05 s',
    })
    expect((await openPage(bridge.url, `/accept/${id}`).closed).code).toBe(4410)
  })

  it('is closed at once, and not told, where four wait already', async () => {
    const { bridge, frames, address, inbound } = await listening()
    const four = [0, 1, 2, 3].map(() => node(address))
    const { id } = await inbound(3)
    await closed(node(address))
    expect(four.every((dialler) => !dialler.destroyed)).toBe(true)
    expect(frames()).toHaveLength(5)
    // one that is taken makes room
    await openPage(bridge.url, `/accept/${id}`).announced
    node(address)
    expect((await inbound(4)).id).toMatch(ID)
  })

  it('4410: can be taken once, and an id that nobody made not at all', async () => {
    const { bridge, address, inbound } = await listening()
    node(address)
    const { id } = await inbound(0)
    const first = openPage(bridge.url, `/accept/${id}`)
    await first.announced
    const second = await openPage(bridge.url, `/accept/${id}`).closed
    expect(second.code).toBe(4410)
    expect(second.reason).toMatch('gone, or taken already')
    expect((await openPage(bridge.url, '/accept/').closed).code).toBe(4410)
    expect((await openPage(bridge.url, `/accept/${'0'.repeat(32)}`).closed).code).toBe(4410)
  })

  it('ends with the page that listened unless it was taken', async () => {
    const { bridge, page, address, inbound } = await listening()
    const [waiting, taken] = [node(address), node(address)]
    await once(waiting, 'connect')
    const told = [await inbound(0), await inbound(1)]
    const [first, second] =
      told[0].remote === `127.0.0.1:${waiting.localPort}` ? told : told.reverse()
    const relay = openPage(bridge.url, `/accept/${second.id}`)
    await relay.announced
    page.ws.terminate()
    await closed(waiting)
    expect(await isRefused(address)).toBe(true)
    expect((await openPage(bridge.url, `/accept/${first.id}`).closed).code).toBe(4410)
    taken.write('goes on')
    expect((await relay.read(7)).toString()).toBe('goes on')
  })
})

describe('where a port is opened', () => {
  it('4403: nowhere, unless the bridge is local and on loopback', async () => {
    const codeOf = async (settings: Partial<BridgeSettings>) => {
      const { port } = await testBridge(settings)
      return openPage(`http://127.0.0.1:${port}/`, '/listen').closed
    }
    const off = await codeOf({ listen: false })
    expect(off).toEqual({ code: 4403, reason: expect.stringMatching('--listen') })
    expect((await codeOf({ profile: 'hosted' })).code).toBe(4403)
    expect((await codeOf({ profile: 'workshop' })).code).toBe(4403)
    expect((await codeOf({ host: '0.0.0.0' })).code).toBe(4403)
  })

  it('on any profile where the operator says so', async () => {
    const { address } = await listening({
      profile: 'hosted',
      listen: { host: '127.0.0.1', port: 0 },
    })
    expect(await isRefused(address)).toBe(false)
  })

  it('4429: a fixed port is for one page at a time', async () => {
    const port = await freePort()
    const { bridge, page, address } = await listening({ listen: { host: '127.0.0.1', port } })
    expect(address).toBe(`127.0.0.1:${port}`)
    const second = await openPage(bridge.url, '/listen').closed
    expect(second).toEqual({ code: 4429, reason: expect.stringMatching('Another page') })
    page.ws.close()
    await page.closed
    expect((await listeningPage(bridge.url)).address).toBe(address)
  })

  it('4429: another program has the port; 4403: it is none of this machine', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      other.close()
    })
    const taken = other.address()
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0
    const closeOf = async (listen: BridgeSettings['listen'] & object) =>
      openPage((await testBridge({ listen })).url, '/listen').closed
    expect(await closeOf({ host: '127.0.0.1', port })).toEqual({
      code: 4429,
      reason: `Port ${port} of the bridge is taken; try again later`,
    })
    const nowhere = await closeOf({ host: '192.0.2.1', port: 0 })
    expect(nowhere.code).toBe(4403)
    expect(nowhere.reason).toMatch('EADDRNOTAVAIL')
  })

  it('told as where the page reached the bridge, if it is on every address', async () => {
    const { address, inbound } = await listening({ listen: { host: '0.0.0.0', port: 0 } })
    expect(address).toMatch(/^127\.0\.0\.1:\d+$/)
    node(address)
    expect((await inbound(0)).remote).toMatch(/^127\.0\.0\.1:\d+$/)
    const told = (address: string, localAddress: string) =>
      toldAddress({ address, port: 9000, family: '' }, { localAddress })
    expect(told('192.0.2.7', '127.0.0.1')).toBe('192.0.2.7:9000')
    expect(told('::', '::ffff:192.0.2.7')).toBe('192.0.2.7:9000')
    expect(told('::', '2001:db8::7')).toBe('[2001:db8::7]:9000')
  })
})

describe('a bridge that starts', () => {
  it('warns its operator of a --listen that no page could get', async () => {
    const log = new KeptLog()
    await testBridge({ log, listen: { host: '192.0.2.99', port: 0 } })
    expect(log.warnings).toEqual([expect.stringContaining('should mend --listen')])
    await testBridge({ log, listen: { host: '127.0.0.1', port: await freePort() } })
    expect(log.warnings).toHaveLength(1)
  })
})

describe('a bridge that ends', () => {
  it('1001: closes ports, waiting connections and their pages', async () => {
    const { bridge, page, address, inbound } = await listening()
    const dialler = node(address)
    await inbound(0)
    await bridge.close()
    expect((await page.closed).code).toBe(1001)
    await closed(dialler)
    expect(await isRefused(address)).toBe(true)
  })

  it('does not wait for a page that vanished without a word', async () => {
    const { bridge, page } = await listening({ limits: { drainTimeout: 50 } })
    page.socket.pause()
    await bridge.close()
    page.socket.resume()
    await page.closed
  })
})
