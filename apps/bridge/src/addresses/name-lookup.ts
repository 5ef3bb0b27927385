import { Resolver } from 'node:dns/promises'
import { CloseCode } from '../close-codes.js'
import type { Bounds } from '../limits.js'
import { Rate } from '../rate.js'
import { type Refusal, refuse } from '../refusal.js'
import { isLocalhost } from './host.js'
import { type Ip, parseIp } from './ip.js'
import { waitText } from './wait-text.js'

/** All that DNS said, at least one. */
export interface Answers {
  readonly kind: 'answers'
  readonly ips: readonly [Ip, ...Ip[]]
}

const SECOND = 1000

/** Each is twice as long as the one before. */
const TRIES = 3
const IN_FIRST_TRIES = 1 + 2 + 4

/**
 * Looks names up in DNS alone. The system's resolver (`getaddrinfo`) has four threads, which files
 * and cryptography need too, and can't be cancelled: a few names whose servers keep silent would
 * hold up the whole bridge.
 */
export class NameLookup {
  readonly #timeout: number
  readonly #servers: readonly string[] | null
  readonly #rate: Rate

  /** @param servers `IP:PORT`; default: the system's. */
  constructor(bounds: Bounds, servers?: readonly string[]) {
    this.#timeout = bounds.dialTimeout
    this.#servers = servers ?? null
    this.#rate = new Rate(bounds.lookupsPerSecond, SECOND)
  }

  async lookUp(name: string): Promise<Answers | Refusal> {
    if (isLocalhost(name)) return { kind: 'answers', ips: [LOOPBACK] }
    const wait = await this.#rate.take()
    if (wait > 0) {
      return refuse(CloseCode.targetBusy, `Too many names are being looked up; ${waitText(wait)}`)
    }
    const { found, failures } = await this.#ask(name)
    const [first, ...more] = found
    return first ? { kind: 'answers', ips: [first, ...more] } : lookupFailure(failures)
  }

  async #ask(name: string) {
    const firstTry = Math.ceil(this.#timeout / IN_FIRST_TRIES)
    const resolver = new Resolver({ timeout: firstTry, tries: TRIES })
    if (this.#servers) resolver.setServers(this.#servers)
    const timer = setTimeout(() => resolver.cancel(), this.#timeout)
    // IPv4 first: hardly a machine reaches IPv6 alone
    const results = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    clearTimeout(timer)
    return {
      found: results.flatMap((each) => (each.status === 'fulfilled' ? each.value.map(toIp) : [])),
      failures: results.flatMap((each) => (each.status === 'rejected' ? codeOf(each.reason) : [])),
    }
  }
}

/** Of a localhost; a node that listens on `::1` does so on this too. */
const LOOPBACK = toIp('127.0.0.1')

function toIp(text: string): Ip {
  const ip = parseIp(text)
  if (ip === null) throw new Error(`"${text}" from DNS is no IP address`)
  return ip
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

function lookupFailure(codes: readonly string[]): Refusal {
  if (codes.some((code) => code === 'ETIMEOUT' || code === 'ECANCELLED')) {
    return refuse(CloseCode.dialTimeout, 'DNS did not answer for this name in time')
  }
  if (codes.every((code) => code === 'ENOTFOUND' || code === 'ENODATA')) {
    return refuse(CloseCode.refused, 'The name was not found, or has no address')
  }
  return refuse(
    CloseCode.refused,
    `The name could not be looked up (${[...new Set(codes)].join(', ')})`,
  )
}
