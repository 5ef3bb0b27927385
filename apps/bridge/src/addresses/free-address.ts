import { CloseCode } from '../close-codes.js'
import { type Refusal, refuse } from '../refusal.js'
import { formatAddress } from '../targets.js'
import { type Host, parseHost, parsePort } from './host.js'

/** What `/relay?addr=HOST:PORT` asks for. */
export interface FreeAddress {
  readonly kind: 'address'
  readonly host: Host
  readonly port: number
}

/** Strict: what a system's resolver would make of other spellings is not for us to guess. */
export function parseFreeAddress(text: string | null): FreeAddress | Refusal {
  if (text === null) {
    return malformed('No target is named: ask for /relay/NAME or /relay?addr=HOST:PORT')
  }
  const colon = text.lastIndexOf(':')
  const hostText = text.slice(0, Math.max(colon, 0))
  const port = parsePort(text.slice(colon + 1))
  const host = parseHost(hostText)
  if (host !== null && port !== null) return { kind: 'address', host, port }
  if (host !== null || parseHost(text) !== null) {
    return malformed('The port is missing or wrong: write HOST:PORT, with a PORT from 1 to 65535')
  }
  if (parseHost(`[${hostText}]`) !== null || parseHost(`[${text}]`) !== null) {
    return malformed('Put the IPv6 address in brackets, and a port behind: [2001:db8::5]:8333')
  }
  if (/^[\d.]+$/.test(hostText)) {
    return malformed('The IPv4 address must be four numbers from 0 to 255, as in 203.0.113.5:8333')
  }
  return malformed(
    'This is not HOST:PORT: write node.example.org:8333, 203.0.113.5:8333 or [2001:db8::5]:8333',
  )
}

const malformed = (reason: string) => refuse(CloseCode.badAddress, reason)

/** The one spelling of `address`. */
export function formatFreeAddress({ host, port }: FreeAddress): string {
  return formatAddress(host.kind === 'ip' ? host.ip.toString() : host.name, port)
}
