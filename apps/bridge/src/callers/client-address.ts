import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import proxyAddr from 'proxy-addr'

/** Whether an address is that of a proxy whose `X-Forwarded-For` is believed. */
export type Trust = (address: string, hops: number) => boolean

const CIDR_FORM = /^([^/]+)(?:\/\d{1,3})?$/

/**
 * @param cidrs addresses and CIDRs of the proxies in front of the bridge
 * @throws {RangeError} where one of them is neither
 */
export function toTrust(cidrs: readonly string[]): Trust {
  const trusts = cidrs.map((cidr) => {
    try {
      if (isIP(CIDR_FORM.exec(cidr)?.[1] ?? '') !== 0) return proxyAddr.compile(cidr)
    } catch {
      // a prefix that is too long
    }
    throw new RangeError(`${cidr} is no proxy's address: write one such as 127.0.0.1 or 10.0.0.0/8`)
  })
  return (address, hops) => trusts.some((trust) => trust(address, hops))
}

/**
 * Where `request` comes from: the socket's address; where that is a trusted proxy's, the one that
 * the proxy wrote into `X-Forwarded-For`, and so on backwards. The socket's if that is no address.
 */
export function clientAddress(request: IncomingMessage, trust: Trust): string {
  const address = proxyAddr(request, trust)
  return isIP(address) === 0 ? (request.socket.remoteAddress ?? '') : address
}

/**
 * What limits count an address by. RFC 4291 §2.5.4: whoever has one address of an IPv6 /64 has
 * them all.
 */
export function addressKey(address: string): string {
  if (isIP(address) === 0) return address
  const ip = ipaddr.process(address)
  if (ip instanceof ipaddr.IPv4) return ip.toString()
  const network = ip.parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}
