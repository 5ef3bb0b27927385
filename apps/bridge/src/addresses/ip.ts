import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Ip = ipaddr.IPv4 | ipaddr.IPv6

/**
 * Reads a whole IP address, an IPv6 one without brackets and zone. Not for `inet_aton`'s short forms:
 * `127.1`, `2130706433` and `0x7f.1` all lead to loopback.
 * @returns `null` for anything else.
 */
export function parseIp(text: string): Ip | null {
  switch (isIP(text)) {
    case 4:
      return ipaddr.IPv4.parse(text)
    case 6:
      return text.includes('%') ? null : parseIpv6(text)
    default:
      return null
  }
}

/** By way of hex alone: ipaddr.js takes `::1.2.3.4` for `::ffff:1.2.3.4`. */
function parseIpv6(text: string): ipaddr.IPv6 {
  return ipaddr.IPv6.parse(new URL(`http://[${text}]/`).hostname.slice(1, -1))
}

/** RFC 4291 §2.5.5.2: an IPv4 address as a dual-stack socket knows it. */
export function isMapped(ip: Ip): ip is ipaddr.IPv6 {
  return ip.kind() === 'ipv6' && ip.range() === 'ipv4Mapped'
}

/** RFC 3513 §4: the only eighth of IPv6 from which public unicast addresses are given out. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/** By ipaddr.js' name of the range; the rest is special in a way that few have heard of. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['loopback', 'a loopback address'],
  ['private', 'a private address'],
  ['uniqueLocal', 'a private (unique-local) address'],
  ['linkLocal', 'a link-local address'],
  ['carrierGradeNat', "a carrier's shared (CGNAT) address"],
  ['unspecified', 'an unspecified address'],
  ['broadcast', 'a broadcast address'],
  ['multicast', 'a multicast address'],
  ['ipv4Mapped', 'an IPv4 address in IPv6 form'],
  ['rfc6052', 'an IPv4 address behind NAT64'],
  ['6to4', 'an IPv4 address in 6to4 form'],
  ['teredo', 'an IPv4 address in Teredo form'],
])

/**
 * Why `ip` is no public unicast address, as "… is WORDS"; `null` if it is one. The ranges are those
 * of IANA's registries of special-purpose addresses, those that routers pass on included.
 */
export function specialRange(ip: Ip): string | null {
  const range = ip.range()
  if (range !== 'unicast') return WORDS.get(range) ?? 'a special-purpose address'
  // ipaddr.js calls `::7f00:1` and `4000::1` unicast
  if (ip.kind() === 'ipv6' && !ip.match(GLOBAL_UNICAST)) return 'outside of the public 2000::/3'
  return null
}
