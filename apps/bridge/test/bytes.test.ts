import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { sleep, testBridge } from './support/bridge.js'
import { fakeNode, readBytes } from './support/fake-node.js'
import { type FakePage, openPage } from './support/page.js'

const TOTAL = 20_000_000

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function openRelay() {
  const node = await fakeNode()
  const { url } = await testBridge({ targets: [node.target] })
  const page = openPage(url, '/relay/mine')
  const socket = await node.accept()
  await page.announced
  return { page, socket }
}

/** Pieces of very different sizes: mostly small, some of a megabyte. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + Math.floor(10 ** (Math.random() * 6))
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function sendFromPage(page: FakePage, bytes: Buffer): Promise<void> {
  for (const piece of pieces(bytes)) {
    await new Promise((resolve) => page.ws.send(piece, resolve))
  }
}

async function sendFromNode(socket: Socket, bytes: Buffer): Promise<void> {
  for (const piece of pieces(bytes)) {
    if (!socket.write(piece)) await once(socket, 'drain')
  }
}

const MIB = 1024 * 1024

describe('bytes', () => {
  it('arrive intact and in order, 20 MB each way at once, in any fragmentation', async () => {
    const { page, socket } = await openRelay()
    const up = randomBytes(TOTAL)
    const down = randomBytes(TOTAL)
    const upArrived = readBytes(socket, TOTAL)
    void sendFromPage(page, up)
    void sendFromNode(socket, down)
    expect(digest(await upArrived)).toBe(digest(up))
    expect(digest(await page.read(TOTAL))).toBe(digest(down))
  })

  it("arrive when Bitcoin's largest message comes in the largest frames", async () => {
    const { page, socket } = await openRelay()
    const sent = randomBytes(4_000_100)
    for (let at = 0; at < sent.length; at += MIB) page.ws.send(sent.subarray(at, at + MIB))
    expect(digest(await readBytes(socket, sent.length))).toBe(digest(sent))
  })

  it('arrive in frames of one byte and of none', async () => {
    const { page, socket } = await openRelay()
    const sent = randomBytes(20_000)
    const arrived = readBytes(socket, sent.length)
    for (const byte of sent) {
      page.ws.send(Buffer.of(byte))
      page.ws.send(Buffer.alloc(0))
    }
    expect(digest(await arrived)).toBe(digest(sent))
  })
})

describe('the last byte before a FIN', () => {
  it('arrives before the close frame, round after round', async () => {
    const node = await fakeNode()
    const { url } = await testBridge({ targets: [node.target] })
    for (let round = 0; round < 150; round++) {
      const page = openPage(url, '/relay/mine')
      const socket = await node.accept()
      const sent = randomBytes(1 + Math.floor(10 ** (Math.random() * 5.5)))
      socket.resume().end(sent)
      expect((await page.closed).code).toBe(1000)
      expect(page.bytes.equals(sent)).toBe(true)
    }
  })

  it('arrives at a page that reads slowly, behind megabytes', async () => {
    const { page, socket } = await openRelay()
    const sent = randomBytes(12_000_000)
    page.ws.pause()
    socket.resume().end(sent)
    await sleep(200)
    const reading = setInterval(() => {
      page.ws.resume()
      setImmediate(() => page.ws.pause())
    }, 1)
    expect((await page.closed).code).toBe(1000)
    clearInterval(reading)
    expect(page.bytes.equals(sent)).toBe(true)
  })
})
