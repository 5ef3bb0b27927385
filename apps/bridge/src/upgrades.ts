import { type IncomingMessage, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { isRelayPath, parseUrl } from './http-routes.js'
import type { Relays } from './relays.js'

/**
 * Answers every upgrade. A browser hides the status of one that fails, so only what a page of
 * ours cannot meet is refused here; all else is accepted, and closed with a code and a reason.
 */
export function upgrades(relays: Relays, foreign: (request: IncomingMessage) => string | null) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const reason = foreign(request)
    if (reason !== null) return refuse(socket, 403, reason)
    const url = parseUrl(request)
    if (url === null || !isRelayPath(url.pathname) || !(socket instanceof Socket)) {
      return refuse(socket, 404, 'A WebSocket is at /relay/NAME only.')
    }
    if (relays.isFull) return refuse(socket, 503, 'Too many relays are open; try again later.')
    relays.accept(request, socket, head, url)
  }
}

function refuse(socket: Duplex, status: number, error: string): void {
  const body = `${JSON.stringify({ error })}\n`
  socket.on('error', () => socket.destroy())
  socket.once('finish', () => socket.destroy())
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      '',
      body,
    ].join('\r\n'),
  )
}
