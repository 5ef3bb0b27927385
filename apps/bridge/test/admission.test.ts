import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { BridgeSettings } from '../src/bridge.js'
import { sleep, testBridge, until } from './support/bridge.js'
import { type FakeNode, fakeNode } from './support/fake-node.js'
import { openPage } from './support/page.js'
import { pageUpgrade, rawRequest } from './support/raw-http.js'

async function bridgeAndNodes(settings: Partial<BridgeSettings>) {
  const nodes = [await fakeNode('mine'), await fakeNode('other')] as const
  const bridge = await testBridge({ targets: nodes.map(({ target }) => target), ...settings })
  return { bridge, nodes, url: bridge.url }
}

/** Ends the node's side of its next connection as soon as the other side ends. */
async function letGo(node: FakeNode): Promise<void> {
  const socket = await node.accept()
  socket.on('end', () => socket.end()).resume()
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

describe('connections from one address', () => {
  const limits = { connectionsPerAddress: 2 }
  const reason = 'One address may have 2 connections, and yours has them; close one, then try again'

  it('are refused with 4420 above the limit, and one that ends makes room', async () => {
    const { bridge, nodes, url } = await bridgeAndNodes({ limits })
    const first = openPage(url, '/relay/mine')
    await first.announced
    await openPage(url, '/relay/other').announced
    expect(await openPage(url, '/relay/mine').closed).toEqual({ code: 4420, reason })
    await letGo(nodes[0])
    first.ws.close()
    await until(() => bridge.stats().relays === 1)
    await openPage(url, '/relay/mine').announced
  })

  it('are counted again and again without loss, whatever becomes of them', async () => {
    const { bridge, nodes, url } = await bridgeAndNodes({ limits })
    for (let round = 0; round < 20; round++) {
      expect((await openPage(url, '/relay/nobody').closed).code).toBe(4404)
      const page = openPage(url, '/relay/mine')
      await page.announced
      await letGo(nodes[0])
      page.ws.close()
      await until(() => bridge.stats().relays === 0)
    }
    await Promise.all([0, 1].map(() => openPage(url, '/relay/other').announced))
    expect((await openPage(url, '/relay/other').closed).code).toBe(4420)
  })

  it('are counted by what a trusted proxy says, and IPv6 by its /64', async () => {
    const { url } = await bridgeAndNodes({ limits, trustProxy: ['127.0.0.1'] })
    const opened = (address: string) => openPage(url, '/relay/mine', from(address))
    const addresses = ['203.0.113.7', '2001:db8:0:1::1', '::ffff:203.0.113.7', '2001:db8:0:1:f::2']
    await Promise.all(addresses.map((address) => opened(address).announced))
    for (const address of ['203.0.113.7', '198.51.100.1, 203.0.113.7', '2001:db8:0:1:9::']) {
      expect((await opened(address).closed).code).toBe(4420)
    }
    await opened('203.0.113.8').announced
    await opened('2001:db8:0:2::1').announced
  })

  it('are those of the socket where the proxy is not trusted', async () => {
    const { url } = await bridgeAndNodes({ limits, trustProxy: ['10.0.0.0/8'] })
    const opened = (address: string) => openPage(url, '/relay/mine', from(address))
    await Promise.all(['203.0.113.7', '203.0.113.8'].map((address) => opened(address).announced))
    expect((await opened('203.0.113.9').closed).code).toBe(4420)
  })
})

describe('connections to one target', () => {
  it('are refused with 4429 above the limit; another target has its own', async () => {
    const limits = { connectionsPerTarget: 1 }
    const { bridge, nodes, url } = await bridgeAndNodes({ limits })
    const page = openPage(url, '/relay/mine')
    await page.announced
    expect(await openPage(url, '/relay/mine').closed).toEqual({
      code: 4429,
      reason: 'Try again later: mine has all 1 connections that are allowed',
    })
    await openPage(url, '/relay/other').announced
    await letGo(nodes[0])
    page.ws.close()
    await until(() => bridge.stats().relays === 1)
    await openPage(url, '/relay/mine').announced
  })
})

describe('upgrades in a minute', () => {
  it('are refused with 4420 above the limit, refused ones counted too', async () => {
    const { url } = await bridgeAndNodes({ limits: { upgradesPerMinute: 3 } })
    expect((await openPage(url, '/relay/nobody').closed).code).toBe(4404)
    expect((await openPage(url, '/relay/mine', { origin: undefined }).closed).code).toBe(4401)
    await openPage(url, '/relay/mine').announced
    for (let more = 0; more < 3; more++) {
      const { code, reason } = await openPage(url, '/relay/mine').closed
      expect(code).toBe(4420)
      expect(reason).toMatch(/^One address may connect 3 times a minute; try again in \d+ s$/)
    }
  })

  it('are counted for each address on its own', async () => {
    const limits = { upgradesPerMinute: 1 }
    const { url } = await bridgeAndNodes({ limits, trustProxy: ['127.0.0.1'] })
    for (const address of ['203.0.113.7', '203.0.113.8', '2001:db8::1']) {
      await openPage(url, '/relay/mine', from(address)).announced
      expect((await openPage(url, '/relay/mine', from(address)).closed).code).toBe(4420)
    }
  })
})

describe('those who get nothing keep nobody out', () => {
  it('pages that were turned away and stay', async () => {
    const limits = { connections: 2, turnedAway: 3, upgradesPerMinute: 100 }
    const { url, bridge } = await bridgeAndNodes({ limits })
    const stubborn = Array.from({ length: 10 }, () => openPage(url, '/relay/nobody'))
    for (const page of stubborn) page.ws.once('open', () => page.socket.pause())
    await Promise.all(stubborn.map((page) => new Promise((open) => page.ws.once('open', open))))
    await openPage(url, '/relay/mine').announced
    await openPage(url, '/relay/mine').announced
    const answer = await rawRequest(bridge.port, '/relay/mine', pageUpgrade(bridge.port))
    expect(answer.status).toBe(503)
    for (const page of stubborn) page.socket.resume()
    const codes = (await Promise.all(stubborn.map((page) => page.closed))).map(({ code }) => code)
    expect(codes.every((code) => code === 4404 || code === 1006)).toBe(true)
  })

  it('connections that never ask for anything: the oldest is ended first', async () => {
    const { url, bridge } = await bridgeAndNodes({ limits: { plainSockets: 5 } })
    const relay = openPage(url, '/relay/mine')
    await relay.announced
    const ended: number[] = []
    for (let index = 0; index < 20; index++) {
      const socket = connect(bridge.port, '127.0.0.1')
      socket.on('close', () => ended.push(index))
      socket.on('error', () => undefined)
      onTestFinished(() => {
        socket.destroy()
      })
      await new Promise<void>((resolve) => socket.once('connect', resolve))
    }
    await until(() => ended.length === 15)
    expect(ended.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, index) => index))
    await openPage(url, '/relay/mine').announced
    expect((await fetch(`${url}healthz`)).status).toBe(200)
    expect(relay.ws.readyState).toBe(relay.ws.OPEN)
  })

  it('an answer that nobody reads is over after the timeout', async () => {
    const staticDir = mkdtempSync(join(tmpdir(), 'v2scope-page-'))
    onTestFinished(() => rmSync(staticDir, { recursive: true, force: true }))
    writeFileSync(join(staticDir, 'index.html'), Buffer.alloc(50_000_000, 'x'))
    const limits = { plainIdleTimeout: 200 }
    const { bridge } = await bridgeAndNodes({ staticDir, limits })
    const socket = connect(bridge.port, '127.0.0.1').pause()
    onTestFinished(() => {
      socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.write(`GET / HTTP/1.1\r\nhost: 127.0.0.1:${bridge.port}\r\n\r\n`)
    await sleep(3000)
    let received = 0
    socket.on('data', (chunk) => {
      received += chunk.length
    })
    await new Promise((resolve) => socket.once('close', resolve).resume())
    expect(received).toBeGreaterThan(0)
    expect(received).toBeLessThan(50_000_000)
  })

  it('a request that does not come to its end, or begin, is over after the timeout', async () => {
    const { bridge } = await bridgeAndNodes({ limits: { requestTimeout: 300 } })
    const { port } = bridge
    const beginnings = ['', 'GET / HT', `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx: `]
    const ends = beginnings.map(async (beginning) => {
      const socket = connect(port, '127.0.0.1')
      onTestFinished(() => {
        socket.destroy()
      })
      socket.write(beginning)
      await new Promise((resolve) => socket.resume().once('end', resolve))
    })
    await Promise.all(ends)
  })
})
