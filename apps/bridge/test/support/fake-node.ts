import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Target } from '../../src/targets.js'

/** A TCP server in a node's place. */
export interface FakeNode {
  readonly target: Target
  /** The next connection, or one that has come and was not asked for yet. */
  accept(): Promise<Socket>
}

/** Listens on loopback until the test is over; a FIN is not answered unless the test does. */
export async function fakeNode(name = 'mine'): Promise<FakeNode> {
  const arrived: Socket[] = []
  const waiting: ((socket: Socket) => void)[] = []
  const all = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true })
  server.on('connection', (socket) => {
    all.add(socket)
    socket.on('error', () => undefined)
    const taker = waiting.shift()
    if (taker) taker(socket)
    else arrived.push(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of all) socket.destroy()
    server.close()
  })
  return {
    target: { name, host: '127.0.0.1', port: portOf(server.address()), network: 'regtest' },
    accept() {
      const socket = arrived.shift()
      if (socket) return Promise.resolve(socket)
      return new Promise((resolve) => waiting.push(resolve))
    },
  }
}

/** A port of loopback on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return port
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (typeof address !== 'object' || address === null) throw new Error('no TCP address')
  return address.port
}

/** Reads until `count` bytes have come, or the end. */
export async function readBytes(socket: Socket, count = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  return new Promise((resolve) => {
    const done = () => {
      socket.off('data', onData)
      resolve(Buffer.concat(chunks))
    }
    const onData = (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length >= count) done()
    }
    socket.once('end', done)
    socket.on('data', onData)
    socket.resume()
  })
}
