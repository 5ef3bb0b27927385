import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Keeps connections that are no WebSocket from filling the memory. Of more than `most`, the one
 * that asked for something longest ago is ended: refusing new ones would let silent ones keep
 * everybody out, relays too.
 */
export function boundPlainSockets(server: Server, most: number): void {
  /** In the order of what they last did. */
  const plain = new Set<Duplex>()

  server.on('connection', (socket) => {
    plain.add(socket)
    socket.on('close', () => plain.delete(socket))
    const [first] = plain
    if (plain.size > most) first?.destroy()
  })
  server.on('request', ({ socket }) => {
    if (plain.delete(socket)) plain.add(socket)
  })
  server.on('upgrade', (_request, socket) => plain.delete(socket))
}
