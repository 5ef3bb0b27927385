import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { endAtOnce, endByAndBy, type Open } from '../src/ending.js'
import { FAKE_DEMO, testBridge, until } from './support/bridge.js'
import { BridgeProcess } from './support/bridge-process.js'
import { buildBridge } from './support/build.js'
import { fakeNode, readBytes } from './support/fake-node.js'
import { openPage } from './support/page.js'

const at = (script: string) => fileURLToPath(new URL(`./support/${script}`, import.meta.url))
const MINUTE = 60_000

beforeAll(() => {
  buildBridge()
})

describe('a bridge that drains', () => {
  it('takes nobody new, and says so', async () => {
    const node = await fakeNode()
    const bridge = await testBridge({ targets: [node.target], limits: { drainTimeout: MINUTE } })
    const page = openPage(bridge.url, '/relay/mine')
    await page.announced
    expect((await fetch(`${bridge.url}readyz`)).status).toBe(200)
    void bridge.drain()
    const answer = await fetch(`${bridge.url}readyz`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ status: 'draining' })
    const { code, reason } = await openPage(bridge.url, '/relay/mine').closed
    expect(code).toBe(1001)
    expect(reason).toMatch('ending')
    expect((await openPage(bridge.url, '/listen').closed).code).toBe(1001)
  })

  it('goes on carrying bytes for those who are there', async () => {
    const node = await fakeNode()
    const bridge = await testBridge({ targets: [node.target], limits: { drainTimeout: MINUTE } })
    const page = openPage(bridge.url, '/relay/mine')
    await page.announced
    const socket = await node.accept()
    void bridge.drain()
    page.ws.send(Buffer.from('up'))
    expect((await readBytes(socket, 2)).toString()).toBe('up')
    socket.write('down')
    expect((await page.read(4)).toString()).toBe('down')
  })

  it('is gone when those who are there have left by themselves', async () => {
    const node = await fakeNode()
    const bridge = await testBridge({
      demo: FAKE_DEMO,
      targets: [node.target],
      limits: { drainTimeout: 100 * MINUTE },
    })
    const pages = [openPage(bridge.url, '/relay/mine'), openPage(bridge.url, '/relay/demo')]
    await Promise.all(pages.map((page) => page.announced))
    const drained = bridge.drain()
    for (const page of pages) page.ws.close(1000)
    const socket = await node.accept()
    socket.resume().end()
    await drained
    expect(bridge.stats().relays).toBe(0)
    await expect(fetch(bridge.url)).rejects.toThrow()
  })

  it('tells each 1001, some earlier than others', async () => {
    const node = await fakeNode()
    const bridge = await testBridge({ targets: [node.target], limits: { drainTimeout: 1000 } })
    const pages = Array.from({ length: 30 }, () => openPage(bridge.url, '/relay/mine'))
    const left = new Set<number>()
    for (const page of pages) {
      await page.announced
      const socket = await node.accept()
      socket.on('end', () => socket.end()).resume()
      page.ws.on('close', () => left.add(bridge.stats().relays))
    }
    await bridge.drain()
    for (const page of pages) expect((await page.closed).code).toBe(1001)
    expect(left.size).toBeGreaterThan(2)
  })

  it('can be ended at once', async () => {
    const node = await fakeNode()
    const bridge = await testBridge({
      targets: [node.target],
      limits: { drainTimeout: 100 * MINUTE },
    })
    const page = openPage(bridge.url, '/relay/mine')
    await page.announced
    const drained = bridge.drain()
    await bridge.close()
    await drained
    expect((await page.closed).code).toBe(1001)
  })
})

describe('the moments of a drain', () => {
  it('lie anywhere within its time', async () => {
    const closed: number[] = []
    const stubborn = (number: number): Open => {
      const { promise, resolve } = withResolvers()
      return {
        over: promise,
        destroy: () => resolve(),
        close() {
          closed.push(number)
          resolve()
        },
      }
    }
    await endByAndBy(
      Array.from({ length: 200 }, (_, number) => stubborn(number)),
      200,
    )
    expect(closed).toHaveLength(200)
    expect(closed).not.toEqual([...closed].sort((a, b) => a - b))
  })

  it('are one where all end at once, and who does not go is made to', async () => {
    const events: string[] = []
    const { promise, resolve } = withResolvers()
    await endAtOnce(
      [
        {
          over: promise,
          close: ({ code }) => events.push(`closed ${code}`),
          destroy() {
            events.push('destroyed')
            resolve()
          },
        },
      ],
      10,
    )
    expect(events).toEqual(['closed 1001', 'destroyed'])
  })
})

describe('a bridge that has ended', () => {
  it.each(['drain', 'close'])('by %s leaves nothing that keeps its process alive', async (way) => {
    const child = new BridgeProcess([at('closes.mjs'), FAKE_DEMO, way])
    expect(await child.exited).toBe(0)
    expect(child.stderr).toBe('')
    expect(child.stdout).not.toMatch(/TCP|Process|Timer|Timeout/)
  })
})

describe('a process that was told to end', () => {
  it('ends even if its bridge does not', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const child = new BridgeProcess([at('hangs.mjs')])
      await until(() => child.stdout !== '')
      child.child.kill(signal)
      expect(await child.exited).toBe('SIGKILL')
    }
  })
})

function withResolvers() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
