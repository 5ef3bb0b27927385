import type { IncomingMessage } from 'node:http'
import { formatAddress, withoutMapping } from './targets.js'

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '::1']

/**
 * Why `request` must be refused with 403, or `null`. A page of another site may reach a loopback
 * port, under a name of its own (DNS rebinding: wrong `Host`) or under ours (wrong `Origin`).
 */
export function foreignRequest(request: IncomingMessage, boundHost: string): string | null {
  const { localAddress, localPort } = request.socket
  const host = request.headers.host?.toLowerCase() ?? ''
  if (localAddress === undefined || localPort === undefined) return 'the connection is gone'
  const ours = [...LOOPBACK_HOSTS, boundHost, withoutMapping(localAddress)].map((name) =>
    formatAddress(name.toLowerCase(), localPort),
  )
  if (!ours.includes(host) && !(localPort === 80 && ours.includes(`${host}:80`))) {
    return `The Host "${host}" is not this bridge's; open it as http://localhost:${localPort}/.`
  }
  const { origin } = request.headers
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) {
    return `The page at ${origin} may not use this bridge; open http://${host}/ instead.`
  }
  return null
}
