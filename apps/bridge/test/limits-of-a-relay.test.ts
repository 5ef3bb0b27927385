import { describe, expect, it } from 'vitest'
import type { Bounds } from '../src/limits.js'
import { sleep, testBridge, until } from './support/bridge.js'
import { fakeNode, readBytes } from './support/fake-node.js'
import { openPage } from './support/page.js'

const MIB = 1024 * 1024

async function openRelay(limits: Partial<Bounds>) {
  const node = await fakeNode()
  const bridge = await testBridge({ targets: [node.target], limits })
  const page = openPage(bridge.url, '/relay/mine')
  const socket = await node.accept()
  return { bridge, page, socket, opened: await page.announced }
}

describe('a relay is closed', () => {
  it('4505 when the page sends nothing at first, though the target does', async () => {
    const { page, socket } = await openRelay({ firstByteTimeout: 200 })
    socket.write('a node that speaks first')
    const { code, reason } = await page.closed
    expect(code).toBe(4505)
    expect(reason).toMatch('waits for its first byte')
    expect(page.received).toBe(24)
    expect(await readBytes(socket)).toHaveLength(0)
  })

  it('4505 when nothing crosses it, with other words', async () => {
    const { page, socket } = await openRelay({ firstByteTimeout: 100, idleTimeout: 300 })
    page.ws.send(Buffer.from('first'))
    const { code, reason } = await page.closed
    expect(code).toBe(4505)
    expect(reason).toMatch('Nothing has crossed')
    expect((await readBytes(socket)).toString()).toBe('first')
  })

  it('4506 when it has lasted long enough, busy or not', async () => {
    const { page, socket } = await openRelay({ lifetime: 300 })
    const busy = setInterval(() => {
      if (page.ws.readyState === page.ws.OPEN) page.ws.send(Buffer.alloc(1))
      socket.write('x')
    }, 10)
    const { code, reason } = await page.closed
    clearInterval(busy)
    expect(code).toBe(4506)
    expect(reason).toMatch('300 ms')
  })

  it('4409 when it has carried all that it may, both ways together', async () => {
    const { page, socket } = await openRelay({ bytesInAll: 3000 })
    const upwards = readBytes(socket)
    page.ws.send(Buffer.alloc(1000))
    socket.write(Buffer.alloc(2000))
    await page.read(2000)
    page.ws.send(Buffer.alloc(1))
    const { code, reason } = await page.closed
    expect(code).toBe(4409)
    expect(reason).toMatch('3000 bytes')
    expect(await upwards).toHaveLength(1000)
  })
})

describe('the first frame of a relay', () => {
  it('says what bounds it', async () => {
    const { opened } = await openRelay({ bytesInAll: 5 * MIB, lifetime: null, idleTimeout: 9000 })
    expect(opened.limits).toEqual({
      bytesInAll: 5 * MIB,
      bytesPerSecond: null,
      firstByte: null,
      idle: 9000,
      lifetime: null,
    })
  })
})

describe('a relay that is held to a pace', () => {
  /** So slow that what is above it does not come before the test is over. */
  const HARDLY = 20_000

  it('reads neither side once they have been too fast together', async () => {
    const { bridge, page, socket } = await openRelay({ bytesPerSecond: HARDLY, idleTimeout: 1e6 })
    page.ws.send(Buffer.alloc(MIB))
    await readBytes(socket, MIB)
    let sent = 0
    const flood = setInterval(() => {
      if (socket.write(Buffer.alloc(65536))) sent += 65536
      if (page.ws.bufferedAmount === 0) page.ws.send(Buffer.alloc(65536))
    }, 1)
    await sleep(500)
    clearInterval(flood)
    expect(sent).toBeGreaterThan(0)
    expect(page.received).toBe(0)
    expect(socket.bytesRead).toBe(MIB)
    expect(bridge.stats().relays).toBe(1)
  })

  it('carries all of it in the end, in order', async () => {
    const { page, socket } = await openRelay({ bytesPerSecond: 4 * MIB })
    const sent = Buffer.alloc(6 * MIB, 'in order, however slow')
    socket.write(sent)
    for (let at = 0; at < sent.length; at += MIB) page.ws.send(sent.subarray(at, at + MIB))
    const [up, down] = await Promise.all([readBytes(socket, sent.length), page.read(sent.length)])
    expect(up.equals(sent)).toBe(true)
    expect(down.equals(sent)).toBe(true)
  })

  it('is not taken for stalled, nor its page for gone', async () => {
    const { bridge, page } = await openRelay({
      bytesPerSecond: HARDLY,
      stallTimeout: 100,
      pingInterval: 20,
    })
    page.ws.send(Buffer.alloc(MIB))
    await sleep(500)
    expect(bridge.stats().relays).toBe(1)
  })

  it('ends like any other, as soon as it is read again', async () => {
    const { bridge, page, socket } = await openRelay({ bytesPerSecond: MIB })
    const upwards = readBytes(socket)
    page.ws.send(Buffer.alloc(MIB))
    page.ws.send(Buffer.alloc(MIB / 4))
    page.ws.close(1000)
    expect((await page.closed).code).toBe(1000)
    expect(await upwards).toHaveLength(1.25 * MIB)
    socket.end()
    await until(() => bridge.stats().relays === 0)
  })
})
