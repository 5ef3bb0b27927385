import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { FAKE_DEMO, getJson, until } from './support/bridge.js'
import { BridgeProcess } from './support/bridge-process.js'
import { buildBridge } from './support/build.js'
import { fakeNode, freePort } from './support/fake-node.js'
import { openPage } from './support/page.js'
import { pageUpgrade, rawRequest } from './support/raw-http.js'

const WITH_FAKE_DEMO = fileURLToPath(new URL('./support/command.mjs', import.meta.url))
let main = ''

beforeAll(() => {
  main = buildBridge()
})

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the command', () => {
  it('prints its options', async () => {
    const bridge = new BridgeProcess([main, '--help'])
    expect(await bridge.exited).toBe(0)
    for (const option of ['--port N', '--frame-size SIZE', '--check-config', '(1MiB)']) {
      expect(bridge.stdout).toContain(option)
    }
    for (const line of bridge.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('--check-config says what is in force and whence, and starts nothing', async () => {
    const bridge = new BridgeProcess([main, '--check-config', '--host', '::', '--lifetime', '1h'])
    expect(await bridge.exited).toBe(0)
    expect(bridge.stdout).toMatch(/^ {2}lifetime +1h +--lifetime$/m)
    expect(bridge.stdout).toMatch(/^ {2}port +8324 +default$/m)
    expect(bridge.stdout).toMatch(/^ {2}frame-size +1MiB +profile local$/m)
    expect(bridge.stdout).toMatch(/^Warning: :: is not a loopback address/m)
    expect(bridge.stderr).toBe('')
  })

  it('--check-config says all that is wrong, and exits with 2', async () => {
    const args = ['--check-config', '--prot', '1', '--drain', '1h', '--connections', '0']
    const bridge = new BridgeProcess([main, ...args])
    expect(await bridge.exited).toBe(2)
    expect(bridge.stderr.trimEnd().split('\n')).toHaveLength(3)
    expect(bridge.stdout).toBe('')
  })

  it('reads the environment', async () => {
    vi.stubEnv('V2SCOPE_PORT', '0')
    vi.stubEnv('V2SCOPE_NODE', 'a=127.0.0.1:1 b=127.0.0.1:2')
    const bridge = new BridgeProcess([main, '--no-demo'])
    vi.unstubAllEnvs()
    const targets = await getJson(`${await bridge.url()}targets`)
    expect(targets).toMatchObject([{ name: 'a' }, { name: 'b' }])
  })

  it('says in one line what is wrong with an option, and exits with 2', async () => {
    for (const args of [
      ['--prot', '1'],
      ['--node', 'mine'],
      ['--port', '99999'],
    ]) {
      const bridge = new BridgeProcess([main, ...args])
      expect(await bridge.exited).toBe(2)
      expect(bridge.stderr).toMatch(/^[^\n]+[.?]\n$/)
      expect(bridge.stdout).toBe('')
    }
  })

  it('says that the port is taken, names --port, and exits with 1', async () => {
    const port = await freePort()
    const taker = createServer()
    await new Promise<void>((resolve) => taker.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => {
      taker.close()
    })
    const bridge = new BridgeProcess([main, '--no-demo', '--port', String(port)])
    expect(await bridge.exited).toBe(1)
    expect(bridge.stderr).toMatch(new RegExp(`^Port ${port} is taken .*--port.*\n$`))
  })

  it('ends with the address to open, on the port that was asked for', async () => {
    const port = await freePort()
    const args = ['--no-demo', '--port', String(port), '--node', 'mine=127.0.0.1:8333']
    const bridge = new BridgeProcess([main, ...args])
    expect(await bridge.url()).toBe(`http://127.0.0.1:${port}/`)
    expect(bridge.stdout.endsWith(`v2scope is at http://127.0.0.1:${port}/\n`)).toBe(true)
    expect(bridge.stdout).toContain('Target mine: 127.0.0.1:8333 (mainnet)')
    expect(bridge.stdout).not.toContain('Warning')
    const targets = await getJson(`http://localhost:${port}/targets`)
    expect(targets).toEqual([{ name: 'mine', network: 'mainnet', address: '127.0.0.1:8333' }])
  })

  it('warns when others can reach it, and answers them under the address they reach', async () => {
    const bridge = new BridgeProcess([main, '--no-demo', '--port', '0', '--host', '0.0.0.0'])
    const { port } = new URL(await bridge.url())
    expect(bridge.stdout).toMatch(/^Warning: 0\.0\.0\.0 .*anyone/im)
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)
    if (outer === undefined) return
    expect((await fetch(`http://${outer.address}:${port}/healthz`)).status).toBe(200)
  })

  it('says on stderr which relays come and go when it is asked to, else nothing', async () => {
    const node = await fakeNode()
    const spec = `mine=127.0.0.1:${node.target.port}`
    for (const verbose of [true, false]) {
      const options = ['--no-demo', '--port', '0', '--node', spec]
      const bridge = new BridgeProcess([main, ...options, ...(verbose ? ['--verbose'] : [])])
      const page = openPage(await bridge.url(), '/relay/mine')
      const { id } = await page.announced
      const socket = await node.accept()
      socket.resume().end()
      await page.closed
      if (verbose) await until(() => /relay closed/.test(bridge.stderr))
      bridge.child.kill('SIGINT')
      await bridge.exited
      const lines = bridge.stderr.split('\n').filter((line) => line !== '')
      const entry = { level: 'info', time: expect.any(String), id, target: 'mine' }
      expect(lines.map((line) => JSON.parse(line))).toEqual(
        verbose
          ? [
              { ...entry, msg: 'relay opened' },
              {
                ...entry,
                code: 1000,
                reason: 'mine closed the connection',
                bytesToTarget: 0,
                bytesToPage: 0,
                duration: expect.any(Number),
                msg: 'relay closed',
              },
            ]
          : [],
      )
    }
  })
})

describe('a log that nobody reads', () => {
  /** In all more than a pipe holds. */
  const LINES = 3000
  const LONG = `http://${'x'.repeat(1000)}.example`

  it.each(['has stopped', 'is gone'])(
    'because its reader %s, does not stop the bridge',
    async (how) => {
      const bridge = new BridgeProcess([main, '--no-demo', '--port', '0', '--verbose'])
      const url = await bridge.url()
      const port = Number(new URL(url).port)
      if (how === 'is gone') bridge.child.stderr?.destroy()
      else bridge.child.stderr?.pause()
      const refused = { ...pageUpgrade(port), origin: LONG }
      for (let line = 0; line < LINES; line += 10) {
        const answers = Array.from({ length: 10 }, () => rawRequest(port, '/relay/mine', refused))
        for (const { status } of await Promise.all(answers)) expect(status).toBe(403)
      }
      expect((await fetch(`${url}healthz`)).status).toBe(200)
      bridge.child.stderr?.resume()
      bridge.child.kill('SIGINT')
      expect(await bridge.exited).toBe(0)
    },
  )
})

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends everything with 0', async (signal) => {
    const bridge = new BridgeProcess([WITH_FAKE_DEMO, FAKE_DEMO, '--port', '0'])
    const url = await bridge.url()
    const pages = Array.from({ length: 10 }, () => openPage(url, '/relay/demo'))
    await Promise.all(pages.map((page) => page.announced))
    const [peer] = await getJson(`${url}demo/getpeerinfo`)
    expect(isAlive(peer.pid)).toBe(true)
    bridge.child.kill(signal)
    expect(await bridge.exited).toBe(0)
    for (const page of pages) expect((await page.closed).code).toBe(1001)
    expect(isAlive(peer.pid)).toBe(false)
    expect(bridge.stderr).toBe('')
  })

  it('ends it even if a page and a target are stalled', async () => {
    const node = await fakeNode()
    const spec = `mine=127.0.0.1:${node.target.port}`
    const bridge = new BridgeProcess([main, '--no-demo', '--port', '0', '--node', spec])
    const page = openPage(await bridge.url(), '/relay/mine')
    await page.announced
    page.socket.pause()
    page.ws.send(Buffer.alloc(30_000_000))
    const socket = await node.accept()
    socket.write(Buffer.alloc(30_000_000))
    bridge.child.kill('SIGINT')
    expect(await bridge.exited).toBe(0)
  })

  it('given twice ends it at once, and the demo node with it', async () => {
    vi.stubEnv('FAKE_DEMO', 'stays')
    const bridge = new BridgeProcess([WITH_FAKE_DEMO, FAKE_DEMO, '--port', '0'])
    const [peer] = await getJson(`${await bridge.url()}demo/getpeerinfo`)
    vi.unstubAllEnvs()
    bridge.child.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 200))
    bridge.child.kill('SIGINT')
    expect(await bridge.exited).toBe(1)
    await until(() => !isAlive(peer.pid))
  })
})
