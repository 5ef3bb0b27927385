import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DemoProcess } from './demo-process.js'
import { routeOf } from './route.js'
import { setSecurityHeaders } from './security-headers.js'
import { formatAddress, type Target } from './targets.js'

/** What the routes tell of. */
export interface BridgeView {
  readonly targets: () => readonly Target[]
  readonly demo: DemoProcess | null
  /** Relays open now. */
  readonly relays: () => number
  /** What applies to whoever asks. */
  readonly limits: (request: IncomingMessage) => Promise<object>
  /** Since the start, ms. */
  readonly uptime: () => number
  readonly isDraining: () => boolean
  /** Why a request must be refused with 403, or `null`. */
  readonly foreign: (request: IncomingMessage) => string | null
  readonly page: (pathname: string, request: IncomingMessage, response: ServerResponse) => void
}

type Route = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>

/** Answers every plain HTTP request. */
export function httpRoutes(bridge: BridgeView) {
  const routes = jsonRoutes(bridge)

  return (request: IncomingMessage, response: ServerResponse) => {
    setSecurityHeaders(response)
    const foreign = bridge.foreign(request)
    if (foreign !== null) return sendError(response, 403, foreign)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return sendError(response, 405, `${request.method} is not answered here; use GET.`)
    }
    const url = parseUrl(request)
    if (url === null) return sendError(response, 400, 'The address of the request is malformed.')
    if (routeOf(url) !== null) {
      response.setHeader('upgrade', 'websocket')
      return sendError(response, 426, 'This address is a WebSocket; open it as one.')
    }
    const route = routes.get(url.pathname)
    if (route) void route(response, request)
    else bridge.page(url.pathname, request, response)
  }
}

/** `null` when the request's target is none. */
export function parseUrl(request: IncomingMessage): URL | null {
  const base = 'http://bridge'
  const target = request.url ?? ''
  return target.startsWith('/') && URL.canParse(base + target) ? new URL(base + target) : null
}

function jsonRoutes(bridge: BridgeView): ReadonlyMap<string, Route> {
  return new Map<string, Route>([
    ['/targets', (response) => sendJson(response, 200, bridge.targets().map(describeTarget))],
    ['/limits', async (response, request) => sendJson(response, 200, await bridge.limits(request))],
    [
      '/healthz',
      (response) =>
        sendJson(response, 200, {
          status: 'ok',
          relays: bridge.relays(),
          uptime: Math.floor(bridge.uptime() / 1000),
        }),
    ],
    [
      '/readyz',
      (response) => {
        const draining = bridge.isDraining()
        sendJson(response, draining ? 503 : 200, { status: draining ? 'draining' : 'ready' })
      },
    ],
    ['/demo/getpeerinfo', (response) => sendPeerInfo(response, bridge.demo)],
  ])
}

function describeTarget({ name, network, host, port }: Target) {
  return { name, network, address: formatAddress(host, port) }
}

async function sendPeerInfo(response: ServerResponse, demo: DemoProcess | null): Promise<void> {
  if (!demo) return sendError(response, 404, 'This bridge was started without a demo node.')
  const report = await demo.getPeerInfo()
  switch (report.kind) {
    case 'peers':
      return sendJson(response, 200, report.peers)
    case 'down':
      return sendError(response, 502, 'The demo node is not running just now; try again.')
    case 'silent':
      return sendError(response, 504, 'The demo node has not answered in time; try again.')
  }
}

function sendError(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, { error })
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(`${JSON.stringify(body)}\n`)
}
