/**
 * Which addresses are public, by IANA's registries and nothing else: an independent opinion.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 * https://www.iana.org/assignments/ipv6-address-space
 */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  // multicast, of a registry of its own
  '224.0.0.0/4',
  '240.0.0.0/4',
]

const SPECIAL_IPV6 = [
  // what lies below and above 2000::/3, global unicast
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
]

/** First and last address, as numbers. */
type Range = readonly [bigint, bigint]

export const SPECIAL_RANGES = {
  32: SPECIAL_IPV4.map((cidr) => toRange(cidr, 32)),
  128: SPECIAL_IPV6.map((cidr) => toRange(cidr, 128)),
} as const

export function isPublic(address: bigint, width: 32 | 128): boolean {
  return !SPECIAL_RANGES[width].some(([first, last]) => first <= address && address <= last)
}

function toRange(cidr: string, width: 32 | 128): Range {
  const [address = '', prefix = ''] = cidr.split('/')
  const first = numberOf(address)
  return [first, first + (1n << BigInt(width - Number(prefix))) - 1n]
}

/** Of an address in its usual form; an IPv6 one may end in an IPv4 one. */
export function numberOf(address: string): bigint {
  if (!address.includes(':')) return join(address.split('.').map(BigInt), 8n)
  const [before = [], after = []] = address.split('::').map(groupsOf)
  const zeros = Array<bigint>(8 - before.length - after.length).fill(0n)
  return join([...before, ...zeros, ...after], 16n)
}

function groupsOf(half: string): bigint[] {
  if (half === '') return []
  return half.split(':').flatMap((group) => {
    if (!group.includes('.')) return BigInt(`0x${group}`)
    const ipv4 = numberOf(group)
    return [ipv4 >> 16n, ipv4 & 0xffffn]
  })
}

function join(parts: readonly bigint[], width: bigint): bigint {
  return parts.reduce((sum, part) => (sum << width) | part, 0n)
}

/** All eight groups, or all four numbers. */
export function textOf(address: bigint, width: 32 | 128): string {
  if (width === 32) return split(address, 4, 8n).join('.')
  return split(address, 8, 16n)
    .map((group) => group.toString(16))
    .join(':')
}

function split(value: bigint, count: number, width: bigint): bigint[] {
  return Array.from({ length: count }, (_, index) =>
    BigInt.asUintN(Number(width), value >> (BigInt(count - 1 - index) * width)),
  )
}
