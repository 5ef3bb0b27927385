import { type IncomingMessage, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionLog } from './connection-log.js'
import { parseUrl } from './http-routes.js'
import type { Reception } from './reception.js'
import { routeOf } from './route.js'

/**
 * Answers every upgrade. A browser hides the status of one that fails, so only what a page of
 * ours cannot meet is refused here; all else is accepted, and closed with a code and a reason.
 */
export function upgrades(
  reception: Reception,
  foreign: (request: IncomingMessage) => string | null,
  log: ConnectionLog,
) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refuse = (code: number, reason: string) => {
      log.refused({ code, reason, from: log.from(request) })
      answer(socket, code, reason)
    }
    const reason = foreign(request)
    if (reason !== null) return refuse(403, reason)
    const url = parseUrl(request)
    const route = url && routeOf(url)
    if (route === null || !(socket instanceof Socket)) {
      return refuse(404, 'There is no WebSocket at this path.')
    }
    if (reception.isFull) {
      return refuse(503, 'Too many connections are open; try again later.')
    }
    reception.accept(request, socket, head, route)
  }
}

function answer(socket: Duplex, status: number, error: string): void {
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
