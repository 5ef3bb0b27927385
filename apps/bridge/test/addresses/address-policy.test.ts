import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AddressPolicy } from '../../src/addresses/address-policy.js'
import { parseAllowRule } from '../../src/addresses/allow-rule.js'
import { parseIp } from '../../src/addresses/ip.js'
import { isPublic, numberOf, SPECIAL_RANGES, textOf } from '../support/ip-space.js'

const policyOf = (rules: readonly string[], allowPublic = false) =>
  new AddressPolicy({ rules: rules.map(parseAllowRule), allowPublic })

/** The reason of the refusal; `null` where `address` may be dialled. */
function judged(policy: AddressPolicy, address: string, port: number, name?: string) {
  const ip = parseIp(address)
  if (ip === null) throw new Error(`${address} is no IP address`)
  const refusal = policy.judge(ip, port, name)
  if (refusal !== null) expect(refusal.code).toBe(4403)
  return refusal?.reason ?? null
}

/** Any address, those at the ends of special ranges as often as all others. */
function addresses(width: 32 | 128): fc.Arbitrary<bigint> {
  const last = (1n << BigInt(width)) - 1n
  const edges = SPECIAL_RANGES[width].flatMap(([first, end]) => [first - 1n, first, end, end + 1n])
  return fc.oneof(
    fc.bigInt({ min: 0n, max: last }),
    fc.constantFrom(...edges.filter((edge) => edge >= 0n && edge <= last)),
    fc
      .tuple(fc.constantFrom(...SPECIAL_RANGES[width]), fc.bigInt({ min: 0n, max: last }))
      .map(([[first, end], offset]) => first + (offset % (end - first + 1n))),
  )
}

describe('with public addresses allowed', () => {
  const policy = policyOf([], true)

  it.each([32, 128] as const)('allows those that IANA gives out as such, of %i bits', (width) => {
    fc.assert(
      fc.property(addresses(width), (address) => {
        const verdict = judged(policy, textOf(address, width), 8333)
        expect(verdict === null).toBe(isPublic(address, width))
      }),
      { numRuns: 3000 },
    )
  })

  it.each([8333, 18333, 48333, 38333, 18444])('allows port %i', (port) => {
    expect(judged(policy, '8.8.8.8', port)).toBeNull()
    expect(judged(policy, '2606:4700::1111', port)).toBeNull()
  })

  it.each([1, 22, 80, 443, 8332, 18443, 8334, 65535])('allows no other, such as %i', (port) => {
    expect(judged(policy, '8.8.8.8', port)).toBe(
      `Port ${port} is not allowed there, but 8333, 18333, 48333, 38333, 18444`,
    )
  })

  it.each([
    ['127.0.0.1', 'a loopback address'],
    ['::1', 'a loopback address'],
    ['10.0.0.1', 'a private address'],
    ['fd00::1', 'a private (unique-local) address'],
    ['169.254.169.254', 'a link-local address'],
    ['fe80::1', 'a link-local address'],
    ['100.64.0.1', "a carrier's shared (CGNAT) address"],
    ['0.0.0.0', 'an unspecified address'],
    ['::', 'an unspecified address'],
    ['224.0.0.1', 'a multicast address'],
    ['255.255.255.255', 'a broadcast address'],
    ['64:ff9b::7f00:1', 'an IPv4 address behind NAT64'],
    ['2002:7f00:1::', 'an IPv4 address in 6to4 form'],
    ['2001:0:7f00:1::', 'an IPv4 address in Teredo form'],
    ['192.0.2.1', 'a special-purpose address'],
    ['::7f00:1', 'outside of the public 2000::/3'],
    ['4000::1', 'outside of the public 2000::/3'],
  ])('says what %s is', (address, words) => {
    expect(judged(policy, address, 8333)).toBe(`${address} is ${words}: not allowed here`)
    expect(judged(policy, address, 8333, 'evil.example')).toBe(
      `The name leads to ${address}, which is ${words}: not allowed here`,
    )
  })

  it('says how to ask for an IPv4 address in IPv6 form', () => {
    expect(judged(policy, '::ffff:8.8.8.8', 8333)).toBe(
      '::ffff:808:808 is IPv4 in IPv6 form; ask for 8.8.8.8',
    )
  })

  it("refuses the machine's own, since no firewall is between", () => {
    const settings = { rules: [parseAllowRule('8.8.4.4')], allowPublic: true }
    const own = new AddressPolicy(settings, () => ['8.8.8.8', '2606:4700:0::1111', '8.8.4.4'])
    expect(judged(own, '8.8.8.8', 8333)).toBe("8.8.8.8 is the bridge's own: not allowed here")
    expect(judged(own, '2606:4700::1111', 8333, 'node.test')).toBe(
      "The name leads to 2606:4700::1111, which is the bridge's own: not allowed here",
    )
    expect(judged(own, '8.8.8.9', 8333)).toBeNull()
    // listed by number
    expect(judged(own, '8.8.4.4', 8333)).toBeNull()
  })

  it('has any name looked up, but none that DNS does not know', () => {
    expect(policy.judgeName('node.example.org', 8333)).toBeNull()
    expect(policy.judgeName('node.example.org', 22)?.reason).toContain('Port 22 is not allowed')
    expect(policy.judgeName('abc.onion', 8333)?.reason).toContain('neither Tor nor I2P')
    expect(policy.judgeName('abc.b32.i2p', 8333)?.reason).toContain('neither Tor nor I2P')
  })
})

describe('with addresses listed', () => {
  it('allows exactly those that share the prefix, on the ports of their rule', () => {
    const rule = (width: 32 | 128) =>
      fc.tuple(addresses(width), fc.integer({ min: 0, max: width })).map(([address, bits]) => {
        const hostBits = BigInt(width - bits)
        return { first: (address >> hostBits) << hostBits, bits, hostBits }
      })
    const both = (width: 32 | 128) =>
      fc.record({
        width: fc.constant(width),
        rule: rule(width),
        address: addresses(width),
        offset: addresses(width),
      })
    fc.assert(
      fc.property(
        fc.oneof(both(32), both(128)),
        ({ width, rule: { first, bits, hostBits }, ...drawn }) => {
          fc.pre(!isMapped(first, width))
          const bracketed = (text: string) => (width === 32 ? text : `[${text}]`)
          const policy = policyOf([`${bracketed(textOf(first, width))}/${bits}:7000`])
          const inside = first + (drawn.offset % (1n << hostBits))
          fc.pre(!isMapped(inside, width) && !isMapped(drawn.address, width))
          expect(judged(policy, textOf(inside, width), 7000)).toBeNull()
          expect(judged(policy, textOf(inside, width), 8333)).toBe(
            'Port 8333 is not allowed there, but 7000',
          )
          const verdict = judged(policy, textOf(drawn.address, width), 7000)
          expect(verdict === null).toBe(drawn.address >> hostBits === first >> hostBits)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('takes neither kind of address for the other, nor one in the form of the other', () => {
    const everyIpv4 = policyOf(['0.0.0.0/0:8333'])
    const everyIpv6 = policyOf(['[::]/0:8333'])
    expect(judged(everyIpv4, '127.0.0.1', 8333)).toBeNull()
    expect(judged(everyIpv4, '::1', 8333)).toContain('a loopback address')
    expect(judged(everyIpv6, '::1', 8333)).toBeNull()
    expect(judged(everyIpv6, '127.0.0.1', 8333)).toContain('a loopback address')
    expect(judged(everyIpv6, '::ffff:127.0.0.1', 8333)).toContain('IPv4 in IPv6 form')
    expect(judged(everyIpv4, '::ffff:127.0.0.1', 8333)).toContain('IPv4 in IPv6 form')
  })

  it('allows no public address beside them', () => {
    expect(judged(policyOf(['10.0.0.0/8']), '8.8.8.8', 8333)).toBe(
      "8.8.8.8 is not on the operator's list: not allowed here",
    )
  })

  it('adds up the ports of all rules that an address is in', () => {
    const policy = policyOf(['10.0.0.0/8:1000', '10.1.0.0/16:2000', '8.0.0.0/8:3000'], true)
    expect(judged(policy, '10.1.0.1', 1000)).toBeNull()
    expect(judged(policy, '10.1.0.1', 2000)).toBeNull()
    expect(judged(policy, '10.2.0.1', 2000)).toBe('Port 2000 is not allowed there, but 1000')
    expect(judged(policy, '8.8.8.8', 3000)).toBeNull()
    expect(judged(policy, '8.8.8.8', 8333)).toBeNull()
  })
})

describe('with a name listed', () => {
  const policy = policyOf(['node.example.org:9000', '10.0.0.5:9000', '10.0.0.6:8333'])

  it('has that one looked up, on its ports', () => {
    expect(policy.judgeName('node.example.org', 9000)).toBeNull()
    expect(policy.judgeName('node.example.org', 9001)?.reason).toBe(
      'Port 9001 is not allowed there, but 9000, 8333',
    )
    expect(policyOf(['node.example.org:9000']).judgeName('other.example.org', 9000)?.reason).toBe(
      "This name is not on the list of this bridge's operator",
    )
  })

  it('allows what it leads to if that is public, or listed by number with that port', () => {
    const leadsTo = (address: string) => judged(policy, address, 9000, 'node.example.org')
    expect(leadsTo('8.8.8.8')).toBeNull()
    expect(leadsTo('10.0.0.5')).toBeNull()
    expect(leadsTo('10.0.0.6')).toBe('Port 9000 is not allowed there, but 8333')
    expect(leadsTo('10.0.0.7')).toContain('a private address: not allowed')
    expect(leadsTo('127.0.0.1')).toContain('a loopback address: not allowed')
    expect(judged(policy, '8.8.8.8', 9000, 'other.example.org')).toContain('not on the operator')
    expect(judged(policy, '8.8.8.8', 9000)).toContain('not on the operator')
  })
})

describe('with nothing allowed', () => {
  it('says so whatever is asked for', () => {
    const policy = policyOf([])
    const said = 'This bridge dials named targets only; see /targets'
    expect(policy.summary).toBeNull()
    expect(judged(policy, '8.8.8.8', 8333)).toBe(said)
    expect(policy.judgeName('node.example.org', 8333)?.reason).toBe(said)
  })
})

it('tells what is allowed', () => {
  expect(
    policyOf(['10.0.0.0/8:8333', '[fd00::]/8:18444', 'node.example.org:1,2'], true).summary,
  ).toEqual({
    public: true,
    listed: ['10.0.0.0/8:8333', '[fd00::]/8:18444', 'node.example.org:1,2'],
    ports: [8333, 18333, 48333, 38333, 18444],
  })
  expect(policyOf(['10.0.0.5:7000']).summary).toEqual({
    public: false,
    listed: ['10.0.0.5:7000'],
    ports: [],
  })
})

function isMapped(address: bigint, width: 32 | 128): boolean {
  return width === 128 && address >> 32n === numberOf('::ffff:0:0') >> 32n
}
