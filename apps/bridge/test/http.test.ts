import { describe, expect, it } from 'vitest'
import type { Target } from '../src/targets.js'
import { testBridge } from './support/bridge.js'
import { fakeNode } from './support/fake-node.js'
import { openPage } from './support/page.js'
import { rawRequest } from './support/raw-http.js'

const TARGETS: Target[] = [
  { name: 'mine', host: '127.0.0.1', port: 8333, network: 'mainnet' },
  { name: 'six', host: '::1', port: 9999, network: null },
]

describe('the JSON routes', () => {
  it('list the targets', async () => {
    const { url } = await testBridge({ targets: TARGETS })
    const answer = await fetch(`${url}targets`)
    expect(answer.headers.get('content-type')).toMatch('application/json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual([
      { name: 'mine', network: 'mainnet', address: '127.0.0.1:8333' },
      { name: 'six', network: null, address: '[::1]:9999' },
    ])
  })

  it('tell health, with the relays that are open', async () => {
    const node = await fakeNode()
    const { url } = await testBridge({ targets: [node.target] })
    await openPage(url, '/relay/mine').announced
    const answer = await fetch(`${url}healthz`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ status: 'ok', relays: 1, uptime: expect.any(Number) })
  })

  it('tell that the bridge is ready, and that it is draining', async () => {
    const node = await fakeNode()
    const bridge = await testBridge({ targets: [node.target] })
    await openPage(bridge.url, '/relay/mine').announced
    expect((await fetch(`${bridge.url}readyz`)).status).toBe(200)
    const closing = bridge.close()
    const draining = await fetch(`${bridge.url}readyz`)
    expect(draining.status).toBe(503)
    expect(await draining.json()).toEqual({ status: 'draining' })
    await closing
  })

  it('say that there is no demo node', async () => {
    const { url } = await testBridge()
    const answer = await fetch(`${url}demo/getpeerinfo`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('demo node') })
  })

  it('refuse other methods with 405, and a plain GET of a relay with 426', async () => {
    const { url } = await testBridge()
    for (const path of ['', 'targets', 'relay/mine']) {
      const answer = await fetch(url + path, { method: 'POST', body: 'x' })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD')
    }
    expect((await fetch(`${url}relay/mine`)).status).toBe(426)
    expect((await fetch(`${url}targets`, { method: 'HEAD' })).status).toBe(200)
  })

  it('survive an address that is none', async () => {
    const { port } = await testBridge()
    const host = `127.0.0.1:${port}`
    for (const path of ['http://[', '*', '//', '/%', '/%2e%2e/%2e%2e/package.json']) {
      const answer = await rawRequest(port, path, { host, connection: 'close' })
      expect([400, 404, 503]).toContain(answer.status)
    }
  })
})
