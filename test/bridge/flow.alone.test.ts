/** Much behind little: what a slow or a stalled end does to the bridge, and to the bytes. */
import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { sleep } from '../../apps/bridge/test/support/bridge.js'
import { BridgeProcess } from '../../apps/bridge/test/support/bridge-process.js'
import { type FakeNode, fakeNode } from '../../apps/bridge/test/support/fake-node.js'
import { openPage } from '../../apps/bridge/test/support/page.js'
import { HAS_PROC, residentBytes } from '../../apps/bridge/test/support/resident.js'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { openFiles } from '../support/processes.js'

const MIB = 1024 * 1024
const BEHIND = 200 * MIB
const GROWTH = 16 * MIB
const PIECE = 64 * 1024
const PATIENCE = { timeout: 90_000 }
const LONG = { timeout: 120_000 }

/** An end of a relay, whichever it is. */
interface End {
  send(bytes: Buffer): Promise<void>
  onBytes(take: (bytes: Buffer) => void): void
  pause(): void
  resume(): void
}

async function start(...args: readonly string[]) {
  const node = await fakeNode()
  const main = inRoot('apps/bridge/dist/main.js')
  const spec = `mine=127.0.0.1:${node.target.port}`
  const bridge = new BridgeProcess([main, '--no-demo', '--port', '0', '--node', spec, ...args])
  return { node, bridge, url: await bridge.url() }
}

async function openRelay(url: string, node: FakeNode) {
  const page = openPage(url, '/relay/mine')
  await page.announced
  page.ws.removeAllListeners('message')
  return { page, socket: await node.accept() }
}

const pageEnd = (ws: WebSocket): End => ({
  async send(bytes) {
    if (ws.readyState !== WebSocket.OPEN) return
    await new Promise((resolve) => ws.send(bytes, resolve))
  },
  onBytes: (take) => ws.on('message', take),
  pause: () => ws.pause(),
  resume: () => ws.resume(),
})

const nodeEnd = (socket: Socket): End => ({
  async send(bytes) {
    if (!socket.write(bytes)) await once(socket, 'drain')
  },
  onBytes(take) {
    socket.on('data', take)
    socket.resume()
  },
  pause: () => socket.pause(),
  resume: () => socket.resume(),
})

/** Different at every place, so that a piece that is lost or moved is noticed. */
function piece(number: number): Buffer {
  const bytes = Buffer.alloc(PIECE, number)
  bytes.writeUInt32BE(number)
  return bytes
}

async function flood(from: End, sent: Hash): Promise<void> {
  for (let number = 0; number < BEHIND / PIECE; number++) {
    const bytes = piece(number)
    sent.update(bytes)
    await from.send(bytes)
  }
}

/** Resolves with the hash of the first 200 MB. */
function drain(to: End): Promise<string> {
  const received = createHash('sha256')
  let left = BEHIND
  return new Promise((resolve) => {
    to.onBytes((bytes) => {
      received.update(bytes)
      left -= bytes.length
      if (left === 0) resolve(received.digest('hex'))
    })
  })
}

/** A few hundred kilobytes at a time, and a rest. */
function readSlowly(end: End): () => void {
  let isReading = true
  const reading = setInterval(() => {
    isReading = !isReading
    if (isReading) end.resume()
    else end.pause()
  }, 2)
  return () => {
    clearInterval(reading)
    end.resume()
  }
}

/** How far the process grows above what it has now until `work` is done, in bytes. */
async function growthDuring(pid: number, work: Promise<unknown>): Promise<number> {
  const before = residentBytes(pid)
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, residentBytes(pid))
  }, 10)
  await work
  clearInterval(sampling)
  return most - before
}

/** Some megabytes, so that the bridge's code is compiled. */
async function warmUp(url: string, node: FakeNode): Promise<void> {
  const page = openPage(url, '/relay/mine')
  const socket = await node.accept()
  socket.pipe(socket)
  for (let sent = 0; sent < 4 * MIB; sent += PIECE) page.ws.send(Buffer.alloc(PIECE))
  await page.read(4 * MIB)
  page.ws.close()
  await page.closed
}

const ENDS = ['page', 'node'] as const

async function bothEnds(reader: (typeof ENDS)[number]) {
  const { node, bridge, url } = await start()
  await warmUp(url, node)
  const { page, socket } = await openRelay(url, node)
  const ends = { page: pageEnd(page.ws), node: nodeEnd(socket) }
  return { bridge, reader: ends[reader], writer: ends[reader === 'page' ? 'node' : 'page'] }
}

describe.runIf(HAS_PROC)('200 MB', LONG, () => {
  it.each(ENDS)(
    'behind a %s that reads slowly arrive whole, and are not in the bridge',
    async (slow) => {
      const { bridge, reader, writer } = await bothEnds(slow)
      const sent = createHash('sha256')
      const received = drain(reader)
      const stop = readSlowly(reader)
      const growth = await growthDuring(bridge.pid, Promise.all([flood(writer, sent), received]))
      stop()
      console.log(`a ${slow} that reads slowly: grew by ${(growth / MIB).toFixed(1)} MiB`)
      expect(await received).toBe(sent.digest('hex'))
      expect(growth).toBeLessThanOrEqual(GROWTH)
    },
  )

  it.each(ENDS)(
    'to a %s that writes a byte at a time arrive whole, and so does each byte',
    async (slow) => {
      const { reader: dripping, writer: flooding } = await bothEnds(slow)
      const sent = createHash('sha256')
      const received = drain(dripping)
      const drops: Buffer[] = []
      flooding.onBytes((bytes) => drops.push(bytes))
      let dripped = 0
      const drip = setInterval(() => void dripping.send(Buffer.of(dripped++)), 5)
      await flood(flooding, sent)
      expect(await received).toBe(sent.digest('hex'))
      clearInterval(drip)
      await expect.poll(() => Buffer.concat(drops).length, PATIENCE).toBe(dripped)
      const expected = Buffer.from(Array.from({ length: dripped }, (_, number) => number))
      expect(Buffer.concat(drops).equals(expected)).toBe(true)
    },
  )
})

describe('8 MiB and then the end', () => {
  const SENT = Buffer.concat(
    Array.from({ length: (8 * MIB) / PIECE }, (_, number) => piece(number)),
  )

  /** All that comes before the FIN. */
  async function untilEnd(socket: Socket): Promise<Buffer> {
    const chunks: Buffer[] = []
    socket.on('data', (bytes) => chunks.push(bytes)).resume()
    await once(socket, 'end')
    return Buffer.concat(chunks)
  }

  it('of the node are whole at the page before the close frame', async () => {
    const { node, url } = await start()
    const page = openPage(url, '/relay/mine')
    const socket = await node.accept()
    socket.resume().end(SENT)
    expect((await page.closed).code).toBe(1000)
    expect(page.bytes.equals(SENT)).toBe(true)
  })

  it.each(['a close frame', 'a bare FIN'])(
    'of the page, by %s, are whole at the node',
    async (end) => {
      const { node, url } = await start()
      const { page, socket } = await openRelay(url, node)
      const received = untilEnd(socket)
      for (let at = 0; at < SENT.length; at += MIB) page.ws.send(SENT.subarray(at, at + MIB))
      if (end === 'a close frame') page.ws.close(1000)
      else page.socket.end()
      expect((await received).equals(SENT)).toBe(true)
    },
  )
})

describe.runIf(HAS_PROC)('a node that reads nothing leaves no socket in the bridge', LONG, () => {
  const RELAYS = 10
  const QUICK = ['--ping-interval', '1s', '--stall-timeout', '3s']

  it.each([
    ['closes', (page: WebSocket) => page.close()],
    ['sends FIN, which is not read', (page: WebSocket) => Reflect.get(page, '_socket').end()],
    ['is gone', (page: WebSocket) => page.terminate()],
  ] as const)('when the page %s', async (_how, leave) => {
    const { node, bridge, url } = await start(...QUICK)
    const files = openFiles(bridge.pid)
    const relays = []
    for (let relay = 0; relay < RELAYS; relay++) relays.push(await openRelay(url, node))
    expect(openFiles(bridge.pid)).toBe(files + 2 * RELAYS)
    for (const { page } of relays) {
      for (let frame = 0; frame < 8; frame++) page.ws.send(Buffer.alloc(MIB))
    }
    await sleep(500)
    for (const { page } of relays) leave(page.ws)
    await expect.poll(() => openFiles(bridge.pid), PATIENCE).toBeLessThanOrEqual(files)
  })
})
