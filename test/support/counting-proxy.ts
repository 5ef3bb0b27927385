/** A TCP proxy on 127.0.0.1 that counts what it hands to the far side. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface CountingProxy {
  readonly port: number
  /** Bytes that the far side has been given. */
  readonly count: () => number
  readonly close: () => void
}

export async function startCountingProxy(farPort: number): Promise<CountingProxy> {
  let count = 0
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = connect(farPort, '127.0.0.1')
    sockets.push(near, far)
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', () => {})
    near.on('data', (bytes) => {
      count += bytes.length
    })
    near.pipe(far)
    far.pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return {
    port: address.port,
    count: () => count,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
