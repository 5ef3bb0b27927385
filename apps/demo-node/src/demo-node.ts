/** The demo node: a v2 (and, if spoken to in v1, v1) node of regtest on a TCP port, for many callers at once. */

import { createServer, type Server } from 'node:net'
import { DemoMiner } from '@v2scope/chain/demo'
import type { PeerInfo, Timeouts } from '@v2scope/peer'
import { DemoConnection } from './connection.js'
import { NodeChain } from './node-chain.js'

/** Callers at once, as many as a bridge has connections; one more is turned away. */
const MAX_CONNECTIONS = 1024
export const DEFAULT_SEED = 'v2scope'
/** Seconds. */
export const DEFAULT_BLOCK_EVERY = 60

export interface DemoNodeOptions {
  /** 0 picks a free one. */
  readonly port: number
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Shorter ones, for tests. */
  readonly timeouts?: Partial<Timeouts>
  /** Who makes the chain, or has made it. Default: from the seed `v2scope`. */
  readonly miner?: DemoMiner
  /** Seconds between two live blocks; 0: the chain stays as its seed makes it. Default 60. */
  readonly blockEvery?: number
}

export interface DemoNode {
  readonly port: number
  /** Handshakes are answered at once; what is asked of the chain, once it is whole. */
  readonly chain: NodeChain
  /** All connections, in the form of `getpeerinfo`. */
  peerInfo(): PeerInfo[]
  /** Ends all connections and the port. */
  close(): Promise<void>
}

export function startDemoNode(options: DemoNodeOptions): Promise<DemoNode> {
  const connections = new Set<DemoConnection>()
  const chain = startChain(options, connections)
  let nextId = 0
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const { timeouts } = options
    const connection = new DemoConnection(nextId, socket, { chain, ...(timeouts && { timeouts }) })
    nextId += 1
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  })
  server.maxConnections = MAX_CONNECTIONS
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      chain.stop()
      reject(error)
    })
    server.listen(options.port, options.host ?? '127.0.0.1', () => {
      server.removeAllListeners('error')
      resolve({
        port: portOf(server),
        chain,
        peerInfo: () => [...connections].map((connection) => connection.info()),
        close: () => {
          chain.stop()
          for (const connection of connections) connection.destroy()
          return new Promise((closed) => server.close(() => closed()))
        },
      })
    })
  })
}

/** A chain of which all connections hear. */
function startChain(options: DemoNodeOptions, connections: ReadonlySet<DemoConnection>): NodeChain {
  const { miner = new DemoMiner(DEFAULT_SEED), blockEvery = DEFAULT_BLOCK_EVERY } = options
  const tell = (action: (connection: DemoConnection) => void) => {
    for (const connection of connections) action(connection)
  }
  return new NodeChain({
    miner,
    blockEvery,
    onWhole: () => tell((connection) => connection.serve()),
    onBlock: (block, height) => tell((connection) => connection.announceBlock(block, height)),
    onPayment: (payment) => tell((connection) => connection.announceTransaction(payment)),
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
