import type { IncomingMessage } from 'node:http'
import { formatAddress, withoutMapping } from './targets.js'

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '::1']

/** The ports that an address leaves out. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }

/**
 * RFC 6454 §6.2: a page's origin as browsers write it, `https://HOST` or `https://HOST:PORT`.
 * @throws {RangeError} where `text` is none, or names more than an origin.
 */
export function toOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !(url.protocol in DEFAULT_PORTS) || url.href !== `${url.origin}/`) {
    throw new RangeError(`${text} is no origin: write one such as https://scope.example`)
  }
  return url.origin
}

/**
 * Says why a request must be refused with 403, or `null`. A page of another site may reach a
 * loopback port, under a name of its own (DNS rebinding: wrong `Host`) or under ours (wrong
 * `Origin`). A request without `Origin` passes: whether it needs one is up to what it asks for.
 *
 * @param boundHost the address that the bridge listens on
 * @param origins pages that may use it besides its own, each by `toOrigin`; a proxy may serve them
 */
export function originGuard(boundHost: string, origins: readonly string[]) {
  const proxied = new Set(origins.flatMap(hostsOf))

  return (request: IncomingMessage): string | null => {
    const { localAddress, localPort } = request.socket
    if (localAddress === undefined || localPort === undefined) return 'the connection is gone'
    const host = request.headers.host?.toLowerCase() ?? ''
    const isOwn = ownHosts([boundHost, withoutMapping(localAddress)], localPort).includes(host)
    const page = origins[0] ?? `http://localhost:${localPort}`
    if (!isOwn && !proxied.has(host)) {
      return `The Host "${host}" is not this bridge's; open it as ${page}/.`
    }
    const origin = request.headers.origin?.toLowerCase()
    if (origin === undefined || origins.includes(origin)) return null
    if (isOwn && origin === `http://${host}`) return null
    return `The page at ${origin} may not use this bridge; open ${isOwn ? `http://${host}` : page}/ instead.`
  }
}

/** What `Host` may say to a server that has `port` under these addresses. */
function ownHosts(addresses: readonly string[], port: number): readonly string[] {
  return [...LOOPBACK_HOSTS, ...addresses].flatMap((address) => {
    const host = formatAddress(address.toLowerCase(), port)
    return port === DEFAULT_PORTS['http:'] ? [host, host.slice(0, -':80'.length)] : [host]
  })
}

/** What `Host` may say to a proxy that serves `origin`. */
function hostsOf(origin: string): readonly string[] {
  const { protocol, host, hostname, port } = new URL(origin)
  return port === '' ? [host, `${hostname}:${DEFAULT_PORTS[protocol]}`] : [host]
}
