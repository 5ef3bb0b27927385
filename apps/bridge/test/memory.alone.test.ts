import { once } from 'node:events'
import type { Socket } from 'node:net'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { sleep } from './support/bridge.js'
import { BridgeProcess } from './support/bridge-process.js'
import { buildBridge } from './support/build.js'
import { type FakeNode, fakeNode, readBytes } from './support/fake-node.js'
import { type FakePage, openPage } from './support/page.js'
import { HAS_PROC, residentBytes } from './support/resident.js'

const MIB = 1024 * 1024
const BEHIND = 200 * MIB
const BOUND = 16 * MIB
/** The bridge has taken all that it will take well before this, ms. */
const STALL = 2000
const SAMPLE_EVERY = 10

let main = ''
beforeAll(() => {
  main = buildBridge()
})

interface Bench {
  readonly pid: number
  readonly page: FakePage
  readonly socket: Socket
}

async function openRelay(url: string, node: FakeNode): Promise<Omit<Bench, 'pid'>> {
  const page = openPage(url, '/relay/mine')
  await page.announced
  return { page, socket: await node.accept() }
}

/** A bridge that has relayed some megabytes already, so that its code is compiled. */
async function warmBench(): Promise<Bench> {
  const node = await fakeNode()
  const spec = `mine=127.0.0.1:${node.target.port}`
  const bridge = new BridgeProcess([main, '--no-demo', '--port', '0', '--node', spec])
  const url = await bridge.url()
  const { page, socket } = await openRelay(url, node)
  socket.pipe(socket)
  for (let sent = 0; sent < 4 * MIB; sent += 65536) page.ws.send(Buffer.alloc(65536))
  await page.read(4 * MIB)
  page.ws.close()
  await page.closed
  return { pid: bridge.pid, ...(await openRelay(url, node)) }
}

/** How far the process grows above what it has now while `flood` runs, in bytes. */
async function growthDuring(pid: number, flood: () => void): Promise<number> {
  const before = residentBytes(pid)
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, residentBytes(pid))
  }, SAMPLE_EVERY)
  flood()
  await sleep(STALL)
  clearInterval(sampling)
  return most - before
}

/** Small pieces go out one event loop turn apart from time to time, or they would be joined. */
async function floodFromNode(socket: Socket, size: number): Promise<void> {
  const piece = Buffer.alloc(size)
  for (let sent = 0; sent < BEHIND && !socket.destroyed; sent += size) {
    if (!socket.write(piece)) await once(socket, 'drain')
    if (size < 1000) await new Promise(setImmediate)
  }
}

async function floodFromPage(page: FakePage, size: number): Promise<void> {
  const atOnce = Math.ceil(65536 / size)
  const most = atOnce * size
  for (let sent = 0; sent < BEHIND && page.ws.readyState === page.ws.OPEN; sent += most) {
    page.socket.cork()
    for (let piece = 0; piece < atOnce; piece++) page.ws.send(Buffer.alloc(size))
    page.socket.uncork()
    while (page.ws.bufferedAmount > most) await sleep(1)
  }
}

const inMib = (bytes: number) => `${(bytes / MIB).toFixed(1)} MiB`

describe.runIf(HAS_PROC)('with 200 MB behind it, the bridge grows by at most 16 MiB', () => {
  it.each([65536, 1000, 4])('when the page stalls, in writes of %i bytes', async (size) => {
    const { pid, page, socket } = await warmBench()
    page.ws.pause()
    const growth = await growthDuring(pid, () => void floodFromNode(socket, size))
    console.log(`stalled page, writes of ${size} bytes: grew by ${inMib(growth)}`)
    expect(growth).toBeLessThanOrEqual(BOUND)
  })

  it.each([MIB, 65536, 1000, 4, 1])(
    'when the target stalls, in frames of %i bytes',
    async (size) => {
      const { pid, page } = await warmBench()
      const growth = await growthDuring(pid, () => void floodFromPage(page, size))
      console.log(`stalled target, frames of ${size} bytes: grew by ${inMib(growth)}`)
      expect(growth).toBeLessThanOrEqual(BOUND)
    },
  )

  it('when a stalled page is gone, and what the node still sends is dropped', async () => {
    const { pid, page, socket } = await warmBench()
    page.ws.pause()
    const growth = await growthDuring(pid, () => {
      void floodFromNode(socket, 65536).catch(() => undefined) // the bridge hangs up on it
      setTimeout(() => page.socket.destroy(), STALL / 4)
    })
    console.log(`stalled page that is gone: grew by ${inMib(growth)}`)
    expect(growth).toBeLessThanOrEqual(BOUND)
  })

  it('and all of it arrives once the page reads again', async () => {
    const { page, socket } = await warmBench()
    page.ws.pause()
    page.ws.removeAllListeners('message')
    let received = 0
    const arrived = new Promise<void>((resolve) => {
      page.ws.on('message', (data: Buffer) => {
        received += data.length
        if (received === BEHIND) resolve()
      })
    })
    void floodFromNode(socket, 65536)
    await sleep(200)
    page.ws.resume()
    await arrived
  })

  it('and all of it arrives once the target reads again', async () => {
    const { page, socket } = await warmBench()
    void floodFromPage(page, 65536)
    await sleep(200)
    onTestFinished(() => {
      socket.destroy()
    })
    expect(await readBytes(socket, BEHIND)).toHaveLength(BEHIND)
  })
})
