/** SIGTERM as a supervisor sends it: to the bridge and to all that it has started. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BridgeProcess } from '../../apps/bridge/test/support/bridge-process.js'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { childrenOf, HAS_PROC, isAlive } from '../support/processes.js'

const SESSIONS = 20
const PATIENCE = { timeout: 60_000 }

/** Sessions with the demo node, and the processes that they go through. */
async function gather() {
  const bridge = new BridgeProcess([
    inRoot('apps/bridge/dist/main.js'),
    '--port',
    '0',
    '--drain',
    '40s',
  ])
  const url = await bridge.url()
  const crowd = fork(inRoot('test/support/crowd.mjs'), [url, String(SESSIONS)], { execArgv: [] })
  onTestFinished(() => {
    crowd.kill('SIGKILL')
  })
  const [word] = await once(crowd, 'message')
  expect(word.type).toBe('ready')
  const [demo = 0] = childrenOf(bridge.pid)
  expect(isAlive(demo)).toBe(true)
  return { bridge, url, crowd, demo }
}

describe.runIf(HAS_PROC)('SIGTERM to bridge and demo node together', () => {
  it('lets sessions go on, and nobody new in; all is gone when they are', async () => {
    const { bridge, url, crowd, demo } = await gather()
    for (const pid of [bridge.pid, demo]) process.kill(pid, 'SIGTERM')
    const statusOf = async (path: string) => (await fetch(url + path)).status
    await expect.poll(() => statusOf('readyz'), PATIENCE).toBe(503)
    await expect.poll(() => statusOf('demo/getpeerinfo'), PATIENCE).toBe(200)
    crowd.send('leave')
    expect(await bridge.exited).toBe(0)
    await expect.poll(() => isAlive(demo), PATIENCE).toBe(false)
  })

  it('given again ends both where they stand', async () => {
    const { bridge, url, demo } = await gather()
    bridge.child.kill('SIGTERM')
    await expect.poll(async () => (await fetch(`${url}readyz`)).status, PATIENCE).toBe(503)
    await new Promise((resolve) => setTimeout(resolve, 200))
    bridge.child.kill('SIGTERM')
    expect(await bridge.exited).toBe(1)
    await expect.poll(() => isAlive(demo), PATIENCE).toBe(false)
  })
})

describe.runIf(HAS_PROC)('SIGINT to bridge and demo node together', () => {
  it('ends all at once, whoever is connected', async () => {
    const { bridge, demo } = await gather()
    for (const pid of [bridge.pid, demo]) process.kill(pid, 'SIGINT')
    expect(await bridge.exited).toBe(0)
    await expect.poll(() => isAlive(demo), PATIENCE).toBe(false)
    expect(bridge.stderr).toBe('')
  })
})
