/** TCP servers that are no v2 nodes, each in its own way. */
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { ELLSWIFT_PUBKEY_LEN } from '@v2scope/bip324'
import { randomBytes } from './tcp-peer.js'

/** What a faulty node does with a caller. */
const FAULTS = {
  'says nothing': (socket: Socket) => void socket.resume(),
  'closes at once': (socket: Socket) => void socket.once('data', () => socket.end()),
  'closes mid-handshake': (socket: Socket) =>
    void socket.once('data', () => socket.end(randomBytes(ELLSWIFT_PUBKEY_LEN + 100))),
  'sends rubbish': (socket: Socket) =>
    void socket.once('data', () => socket.write(randomBytes(10_000))),
} satisfies Record<string, (socket: Socket) => void>

export type Fault = keyof typeof FAULTS

export interface FaultyNode {
  readonly port: number
  close(): Promise<void>
}

/** Starts one on a free port of 127.0.0.1. */
export async function startFaultyNode(fault: Fault): Promise<FaultyNode> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    FAULTS[fault](socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return {
    port: address.port,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
