/** The demo node: a v2 (and, if spoken to in v1, v1) node of regtest on a TCP port, for many callers at once. */

import { createServer, type Server } from 'node:net'
import type { PeerInfo, Timeouts } from '@v2scope/peer'
import { DemoConnection } from './connection.js'

/** Callers at once; one more is turned away. */
const MAX_CONNECTIONS = 512

export interface DemoNode {
  readonly port: number
  /** All connections, in the form of `getpeerinfo`. */
  peerInfo(): PeerInfo[]
  /** Ends all connections and the port. */
  close(): Promise<void>
}

/** @param options.port 0 picks a free one @param options.timeouts shorter ones, for tests */
export function startDemoNode(options: {
  readonly port: number
  readonly host?: string
  readonly timeouts?: Partial<Timeouts>
}): Promise<DemoNode> {
  const connections = new Set<DemoConnection>()
  let nextId = 0
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection = new DemoConnection(nextId, socket, options.timeouts)
    nextId += 1
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  })
  server.maxConnections = MAX_CONNECTIONS
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host ?? '127.0.0.1', () => {
      server.off('error', reject)
      resolve({
        port: portOf(server),
        peerInfo: () => [...connections].map((connection) => connection.info()),
        close: () => {
          for (const connection of connections) connection.destroy()
          return new Promise((closed) => server.close(() => closed()))
        },
      })
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
