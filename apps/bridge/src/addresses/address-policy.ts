import { networkInterfaces } from 'node:os'
import { CloseCode } from '../close-codes.js'
import { type Refusal, refuse } from '../refusal.js'
import { NODE_PORTS } from '../targets.js'
import { type AllowRule, formatAllowRule } from './allow-rule.js'
import { type Ip, isMapped, parseIp, specialRange } from './ip.js'

/** What of free addresses the operator allows; nothing by default. */
export interface Allowed {
  readonly rules: readonly AllowRule[]
  /** Public unicast addresses on the nodes' default ports. */
  readonly allowPublic: boolean
}

/** What `GET /limits` tells of free addresses. */
export interface FreeAddressesSummary {
  readonly public: boolean
  readonly listed: readonly string[]
  /** Of public addresses. */
  readonly ports: readonly number[]
}

/** Names that no DNS server should be asked for (RFC 7686), and whose nodes we can't reach. */
const NOT_IN_DNS = /\.(?:onion|i2p)$/

/** Judges each address that a page asks for, after its name, if it has one, has been looked up. */
export class AddressPolicy {
  readonly #rules: readonly AllowRule[]
  readonly #publicPorts: readonly number[]
  readonly #own: () => readonly string[]

  /** @param own the addresses of this machine */
  constructor({ rules, allowPublic }: Allowed, own: () => readonly string[] = ownAddresses) {
    this.#own = own
    this.#rules = rules
    this.#publicPorts = allowPublic ? NODE_PORTS : []
  }

  /** `null` where no free address is allowed. */
  get summary(): FreeAddressesSummary | null {
    if (this.#allowsNothing) return null
    return {
      public: this.#publicPorts.length > 0,
      listed: this.#rules.map(formatAllowRule),
      ports: this.#publicPorts,
    }
  }

  /** Whether `name` may be looked up at all. */
  judgeName(name: string, port: number): Refusal | null {
    if (this.#allowsNothing) return NAMED_ONLY
    if (NOT_IN_DNS.test(name)) {
      return notAllowed(
        'This bridge dials neither Tor nor I2P; ask for a node that has an IP address',
      )
    }
    const named = this.#portsOfName(name)
    const listed = this.#rules.flatMap((rule) => (rule.kind === 'range' ? rule.ports : []))
    const ports = [...named, ...this.#publicPorts, ...listed]
    if (ports.includes(port)) return null
    if (named.length + this.#publicPorts.length > 0) return portNotAllowed(port, ports)
    return notAllowed("This name is not on the list of this bridge's operator")
  }

  /** @param name what led to `ip`; it gives leave to nothing but public addresses. */
  judge(ip: Ip, port: number, name?: string): Refusal | null {
    if (this.#allowsNothing) return NAMED_ONLY
    const subject = name === undefined ? ip.toString() : `The name leads to ${ip}, which`
    if (isMapped(ip)) {
      return notAllowed(`${subject} is IPv4 in IPv6 form; ask for ${ip.toIPv4Address()}`)
    }
    const listed = this.#portsOf(ip)
    if (listed.includes(port)) return null
    const special = specialRange(ip)
    const open = special === null ? [...this.#publicPorts, ...this.#portsOfName(name ?? '')] : []
    if (!open.includes(port)) {
      const ports = [...listed, ...open]
      if (ports.length > 0) return portNotAllowed(port, ports)
      return notAllowed(
        `${subject} is ${special ?? "not on the operator's list"}: not allowed here`,
      )
    }
    return this.#isOwn(ip) ? notAllowed(`${subject} is the bridge's own: not allowed here`) : null
  }

  /**
   * Dialled from here, a public address of this machine is not what it is to the internet: no
   * firewall is on the way.
   */
  #isOwn(ip: Ip): boolean {
    return this.#own().some((address) => parseIp(address)?.toString() === ip.toString())
  }

  get #allowsNothing(): boolean {
    return this.#rules.length + this.#publicPorts.length === 0
  }

  /** On which `ip` is listed by number. */
  #portsOf(ip: Ip): readonly number[] {
    return this.#rules.flatMap((rule) =>
      rule.kind === 'range' && rule.ip.kind() === ip.kind() && ip.match(rule.ip, rule.bits)
        ? rule.ports
        : [],
    )
  }

  #portsOfName(name: string): readonly number[] {
    return this.#rules.flatMap((rule) =>
      rule.kind === 'name' && rule.name === name ? rule.ports : [],
    )
  }
}

const ownAddresses = () =>
  Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => address),
  )

const notAllowed = (reason: string) => refuse(CloseCode.notAllowed, reason)

const NAMED_ONLY = notAllowed('This bridge dials named targets only; see /targets')

const portNotAllowed = (port: number, ports: readonly number[]) =>
  notAllowed(`Port ${port} is not allowed there, but ${[...new Set(ports)].join(', ')}`)
