import { describe, expect, it } from 'vitest'
import { boundsOf } from '../src/limits.js'
import { sleep, testBridge, until } from './support/bridge.js'
import { fakeNode } from './support/fake-node.js'
import { openPage } from './support/page.js'

const MIB = 1024 * 1024
const NEVER = 1_000_000

async function openRelay(limits: object) {
  const node = await fakeNode()
  const bridge = await testBridge({
    targets: [node.target],
    limits: { pageCloseGrace: 100, targetCloseGrace: 100, ...limits },
  })
  const page = openPage(bridge.url, '/relay/mine')
  const socket = await node.accept()
  await page.announced
  return { bridge, page, socket }
}

describe('a stall', () => {
  it('of the target ends both sides with 4504', async () => {
    const { bridge, page } = await openRelay({ stallTimeout: 300 })
    for (let frame = 0; frame < 12; frame++) page.ws.send(Buffer.alloc(MIB))
    const { code, reason } = await page.closed
    expect(code).toBe(4504)
    expect(reason).toMatch('mine has read nothing')
    await until(() => bridge.stats().relays === 0)
  })

  it('of the page ends both sides', async () => {
    const { bridge, page, socket } = await openRelay({ stallTimeout: 300 })
    page.socket.pause()
    socket.write(Buffer.alloc(40 * MIB))
    await until(() => bridge.stats().relays === 0)
  })

  it('is not seen in a relay that is merely silent', async () => {
    const { bridge, page, socket } = await openRelay({ stallTimeout: 60 })
    await sleep(300)
    socket.write('still there')
    await page.read(11)
    expect(bridge.stats().relays).toBe(1)
  })

  it('is not seen in a page that reads slowly', async () => {
    const { page, socket } = await openRelay({ stallTimeout: 400 })
    const total = 16 * MIB
    page.socket.pause()
    socket.write(Buffer.alloc(total))
    const reading = setInterval(() => {
      page.socket.resume()
      setImmediate(() => page.socket.pause())
    }, 5)
    await page.read(total)
    clearInterval(reading)
    page.socket.resume()
    expect(page.received).toBe(total)
  })
})

describe('a page that vanishes while the target stalls', () => {
  it('is found by the heartbeat when its socket is gone', async () => {
    const { bridge, page } = await openRelay({ stallTimeout: NEVER, pingInterval: 50 })
    for (let sent = 0; sent < 30; sent++) page.ws.send(Buffer.alloc(MIB))
    await sleep(200)
    page.socket.destroy()
    await until(() => bridge.stats().relays === 0)
  })

  it('is found by the stall when it only sends a FIN', async () => {
    const { bridge, page } = await openRelay({ stallTimeout: 600, pingInterval: 50 })
    page.ws.send(Buffer.alloc(4 * MIB))
    page.ws.send(Buffer.alloc(4 * MIB))
    await sleep(200)
    page.socket.end()
    await until(() => bridge.stats().relays === 0)
  })

  it('is gone within a minute with the limits as they are', () => {
    const bounds = boundsOf('hosted')
    const slowestStall = bounds.stallTimeout * (1 + 1 / 6)
    const slowestHeartbeat = bounds.pingInterval * (bounds.maxMissedPongs + 1)
    const slowestEnd = bounds.pageCloseGrace + bounds.targetCloseGrace
    expect(Math.max(slowestStall, slowestHeartbeat) + slowestEnd).toBeLessThan(60_000)
  })
})

describe('the heartbeat', () => {
  it('ends a relay whose page answers no ping', async () => {
    const node = await fakeNode()
    const bridge = await testBridge({
      targets: [node.target],
      limits: { pingInterval: 30, targetCloseGrace: 50 },
    })
    const page = openPage(bridge.url, '/relay/mine', { autoPong: false })
    await page.announced
    expect((await page.closed).code).toBe(1006)
    await until(() => bridge.stats().relays === 0)
  })

  it('leaves a relay alone whose page answers', async () => {
    const { bridge } = await openRelay({ pingInterval: 20 })
    await sleep(300)
    expect(bridge.stats().relays).toBe(1)
  })
})
