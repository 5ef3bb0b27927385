import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { getJson, testBridge } from '../../apps/bridge/test/support/bridge.js'
import { fakeNode } from '../../apps/bridge/test/support/fake-node.js'
import { openPage } from '../../apps/bridge/test/support/page.js'
import { pageUpgrade } from '../../apps/bridge/test/support/raw-http.js'
import { silentPort } from '../../apps/bridge/test/support/silent-port.js'

const AT_ONCE = 20

/** Short, so that the bridge finds those soon who say nothing any more. */
const LIMITS = {
  connectionsPerAddress: AT_ONCE,
  requestTimeout: 1000,
  dialTimeout: 1000,
  pingInterval: 500,
  pageCloseGrace: 300,
  targetCloseGrace: 300,
}

/** How far a client gets before it stops. */
interface Stage {
  readonly path: string
  /** Of its request, how much it sends. */
  readonly part: number
  /** What it reads before it goes on. */
  readonly reads?: string
  readonly sends?: Buffer
}

/** RFC 6455 §5.2: the head of a masked frame of 100 bytes, and one of them. */
const PART_OF_A_FRAME = Buffer.from([0x82, 0x80 + 100, 1, 2, 3, 4, 5])

const STAGES: Readonly<Record<string, Stage>> = {
  'before a byte': { path: '/relay/mine', part: 0 },
  'in the first line': { path: '/relay/mine', part: 0.1 },
  'in a header': { path: '/relay/mine', part: 0.5 },
  'in the last line': { path: '/relay/mine', part: 0.99 },
  'behind the request': { path: '/relay/mine', part: 1 },
  'in the dial': { path: '/relay/silent', part: 1, reads: '101 Switching' },
  'when it is open': { path: '/relay/mine', part: 1, reads: '"type":"open"' },
  'in a frame': { path: '/relay/mine', part: 1, reads: '"open"', sends: PART_OF_A_FRAME },
  'when it is turned away': { path: '/relay/nobody', part: 1, reads: 'No target' },
  'when it listens': { path: '/listen', part: 1, reads: '"listening"' },
}

const WAYS = {
  'by FIN': (socket: Socket) => socket.end(),
  'by RST': (socket: Socket) => socket.resetAndDestroy(),
  'in silence': (socket: Socket) => socket.pause(),
} as const

const CASES = Object.entries(STAGES).flatMap(([stage, each]) =>
  Object.entries(WAYS).map(([way, stop]) => [stage, way, each, stop] as const),
)

interface Client {
  readonly socket: Socket
  /** Resolves when nothing is left of it. */
  readonly gone: Promise<void>
}

/** Resolves when the client has got as far as `stage`. */
async function reach(port: number, { path, part, reads, sends }: Stage): Promise<Client> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  // from here on: on a slow machine the bridge may end it before the others have got as far
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  onTestFinished(() => {
    socket.destroy()
  })
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  const headers = Object.entries(pageUpgrade(port)).map((each) => each.join(': '))
  const request = [`GET ${path} HTTP/1.1`, ...headers, '', ''].join('\r\n')
  socket.write(request.slice(0, Math.floor(part * request.length)))
  if (reads === undefined) return { socket, gone }
  await new Promise<void>((resolve, reject) => {
    void gone.then(() => reject(new Error(`ended before it had read ${reads}`)))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (text.includes(reads)) resolve()
    })
  })
  if (sends !== undefined) socket.write(sends)
  return { socket, gone }
}

describe.runIf(process.platform === 'linux')('clients that stop', () => {
  it.each(CASES)('%s, %s, leave nothing behind', async (_stage, _way, stage, stop) => {
    const node = await fakeNode()
    const silent = { ...node.target, name: 'silent', port: await silentPort() }
    const bridge = await testBridge({ targets: [node.target, silent], limits: LIMITS })
    const clients = await Promise.all(
      Array.from({ length: AT_ONCE }, () => reach(bridge.port, stage)),
    )
    for (const { socket } of clients) stop(socket)
    await expect
      .poll(() => getJson(`${bridge.url}limits`), { timeout: 20_000 })
      .toMatchObject({ connections: { open: 0 }, yours: { open: 0 } })
    for (const { socket } of clients) socket.resume()
    await Promise.all(clients.map(({ gone }) => gone))
    // as many as before can come
    const pages = Array.from({ length: AT_ONCE }, () => openPage(bridge.url, '/relay/mine'))
    await Promise.all(pages.map((page) => page.announced))
    await bridge.close()
  })
})
