/** `kill -9` at any of the ends, while all of them send what they can: nothing is left of it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { childrenOf, HAS_PROC, isAlive, openFiles } from '../support/processes.js'

const PAGES = 20
const PATIENCE = { timeout: 60_000 }

if (!HAS_PROC) console.warn('NOT RUN: what kill -9 leaves is looked for in /proc, which is absent.')

/** What a process of `test/support` has said so far, all words in one. */
class Helper {
  readonly child: ChildProcess
  readonly said: { port?: number; open?: number; codes?: number[]; type?: string } = {}

  constructor(script: string, ...args: readonly (string | number)[]) {
    this.child = fork(inRoot('test/support', script), args.map(String), { execArgv: [] })
    this.child.on('message', (word) => Object.assign(this.said, word))
    onTestFinished(() => {
      this.child.kill('SIGKILL')
    })
  }

  async kill(): Promise<void> {
    const exited = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await exited
  }
}

async function startNode(port = 0): Promise<Helper> {
  const node = new Helper('flood.mjs', 'node', port)
  await expect.poll(() => node.said.port, PATIENCE).toBeDefined()
  return node
}

async function openPages(bridge: BridgeProcess): Promise<Helper> {
  const pages = new Helper('flood.mjs', 'pages', bridge.url, PAGES)
  await expect.poll(() => pages.said.open, PATIENCE).toBe(PAGES)
  return pages
}

async function startBridge(node: Helper, port = 0): Promise<BridgeProcess> {
  const args = ['--node', `mine=127.0.0.1:${node.said.port}`, '--port', String(port)]
  const bridge = await startBridgeProcess(args)
  onTestFinished(async () => {
    await bridge.stop()
  })
  return bridge
}

async function underLoad() {
  const node = await startNode()
  const bridge = await startBridge(node)
  const files = openFiles(bridge.pid)
  const pages = await openPages(bridge)
  await expect.poll(() => node.said.open, PATIENCE).toBe(PAGES)
  return { node, bridge, pages, files }
}

const relaysOf = async (bridge: BridgeProcess): Promise<number> =>
  (await (await fetch(`${bridge.url}healthz`)).json()).relays

/** Nothing of those relays is left in the bridge. */
async function expectNothingLeft(bridge: BridgeProcess, files: number): Promise<void> {
  await expect.poll(() => relaysOf(bridge), PATIENCE).toBe(0)
  // the question itself may keep a socket of its own
  await expect.poll(() => openFiles(bridge.pid), PATIENCE).toBeLessThanOrEqual(files + 1)
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

describe.runIf(HAS_PROC)('kill -9 under load', () => {
  it('of the bridge leaves no port, no connection and no demo node', async () => {
    const { node, bridge, pages } = await underLoad()
    const [target] = await (await fetch(`${bridge.url}targets`)).json()
    const children = childrenOf(bridge.pid)
    expect(children).toHaveLength(1)
    process.kill(bridge.pid, 'SIGKILL')
    await expect.poll(() => pages.said.codes, PATIENCE).toEqual(Array(PAGES).fill(1006))
    await expect.poll(() => node.said.open, PATIENCE).toBe(0)
    await expect.poll(() => children.filter(isAlive), PATIENCE).toEqual([])
    const port = Number(new URL(bridge.url).port)
    const demoPort = Number(target.address.split(':').at(-1))
    const arePortsOpen = () => Promise.all([port, demoPort].map(isListening))
    await expect.poll(arePortsOpen, PATIENCE).toEqual([false, false])
    const again = await startBridge(node, port)
    await openPages(again)
  })

  it('of the node is told to every page, and leaves nothing in the bridge', async () => {
    const { node, bridge, pages, files } = await underLoad()
    await node.kill()
    await expect.poll(() => pages.said.codes?.length, PATIENCE).toBe(PAGES)
    // its system sends RST where something was left unread, else FIN
    for (const code of pages.said.codes ?? []) expect([1000, 4503]).toContain(code)
    await expectNothingLeft(bridge, files)
    await startNode(node.said.port)
    await openPages(bridge)
  })

  it('of the pages lets the node go, and leaves nothing in the bridge', async () => {
    const { node, bridge, pages, files } = await underLoad()
    await pages.kill()
    await expect.poll(() => node.said.open, PATIENCE).toBe(0)
    await expectNothingLeft(bridge, files)
    await openPages(bridge)
  })

  it('of the demo node ends its sessions, and another one takes its place', async () => {
    const node = await startNode()
    const bridge = await startBridge(node)
    const files = openFiles(bridge.pid)
    const crowd = new Helper('crowd.mjs', bridge.url, PAGES)
    await expect.poll(() => crowd.said.type, PATIENCE).toBe('ready')
    crowd.child.send({ pings: 1e9 })
    const [demo = 0] = childrenOf(bridge.pid)
    process.kill(demo, 'SIGKILL')
    await expectNothingLeft(bridge, files)
    await expect.poll(() => childrenOf(bridge.pid), PATIENCE).toHaveLength(1)
    expect(childrenOf(bridge.pid)).not.toContain(demo)
    await expect
      .poll(async () => (await fetch(`${bridge.url}demo/getpeerinfo`)).status, PATIENCE)
      .toBe(200)
    const next = new Helper('crowd.mjs', bridge.url, 1)
    await expect.poll(() => next.said.type, PATIENCE).toBe('ready')
  })

  it('of the bridge while its demo node starts leaves no demo node', async () => {
    const demo = fork(inRoot('apps/demo-node/dist/main.js'), ['--port', '0'], { execArgv: [] })
    const exited = once(demo, 'exit')
    demo.disconnect()
    expect(await exited).toEqual([0, null])
  })
})
