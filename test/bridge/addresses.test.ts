import { lookup } from 'node:dns/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AddressPolicy } from '../../apps/bridge/src/addresses/address-policy.js'
import { parseAllowRule } from '../../apps/bridge/src/addresses/allow-rule.js'
import { parseFreeAddress } from '../../apps/bridge/src/addresses/free-address.js'
import { NODE_PORTS } from '../../apps/bridge/src/targets.js'
import { testBridge } from '../../apps/bridge/test/support/bridge.js'
import { dnsServer } from '../../apps/bridge/test/support/dns-server.js'
import { numberOf, SPECIAL_RANGES } from '../../apps/bridge/test/support/ip-space.js'
import { openPage } from '../../apps/bridge/test/support/page.js'
import { FORBIDDEN_FORMS } from './forbidden-forms.js'
import { listenLocally } from './local-listeners.js'
import { spelled } from './spellings.js'

const relayTo = (address: string) => `/relay?addr=${encodeURIComponent(address)}`
const withPort = (ip: string, port: number) => `${ip.includes(':') ? `[${ip}]` : ip}:${port}`

type Range = readonly [bigint, bigint]
type Width = 32 | 128

/** An address of one of the ranges, and a way to write it. */
const spelledIn = (ranges: readonly Range[], width: Width) =>
  fc
    .constantFrom(...ranges)
    .chain(([min, max]) => fc.bigInt({ min, max }))
    .chain((address) => fc.record({ address: fc.constant(address), text: spelled(address, width) }))

describe('a bridge that dials public nodes', () => {
  it.each([4400, 4403] as const)('dials no forbidden form, and says why: %i', async (code) => {
    const { port, addresses, seen } = await listenLocally(NODE_PORTS)
    const dns = await dnsServer({
      'loopback.test': [['127.0.0.1']],
      'loopback-6.test': [['::1']],
      'private.test': [['10.0.0.1']],
      'mapped.test': [['::ffff:127.0.0.1']],
      'unspecified.test': [['0.0.0.0']],
      'mixed.test': [['8.8.8.8', '127.0.0.1']],
      'metadata.test': [['169.254.169.254']],
      'own.test': [addresses],
    })
    const { url } = await testBridge({ allowPublic: true, world: { dnsServers: [dns.address] } })
    for (const form of FORBIDDEN_FORMS[code]) {
      const page = openPage(url, relayTo(form.replaceAll('PORT', `${port}`)))
      const answer = { form, ...(await page.closed) }
      expect(answer).toEqual({ form, code, reason: expect.stringMatching(/\w/) })
    }
    expect(seen).toEqual([])
  })

  it('dials no address of its own machine, but each that is then listed', async () => {
    const { port, addresses, seen } = await listenLocally(NODE_PORTS)
    const forms = addresses.map((ip) => withPort(ip, port))
    const codes = (url: string) =>
      Promise.all(forms.map(async (form) => (await openPage(url, relayTo(form)).closed).code))
    const unlisted = await testBridge({ allowPublic: true })
    expect(await codes(unlisted.url)).toEqual(forms.map(() => 4403))
    expect(seen).toEqual([])
    // so that these listeners are known to see what reaches them
    const listed = await testBridge({ allow: forms.map(parseAllowRule) })
    await codes(listed.url)
    const withoutZone = addresses.filter((ip) => !ip.startsWith('fe80:'))
    expect([...new Set(seen)]).toEqual(expect.arrayContaining(withoutZone))
    expect(withoutZone).toContain('127.0.0.1')
  })

  it('dials no address of loopback in whatever spelling', async () => {
    const { port, seen } = await listenLocally(NODE_PORTS)
    const { url } = await testBridge({ allowPublic: true })
    const text = fc.oneof(spelledIn(LOOPBACK[32], 32), spelledIn(LOOPBACK[128], 128))
    await fc.assert(
      fc.asyncProperty(text, async (loopback) => {
        const { code } = await openPage(url, relayTo(withPort(loopback.text, port))).closed
        expect([4400, 4403]).toContain(code)
      }),
      { numRuns: 200 },
    )
    expect(seen).toEqual([])
  })
})

const LOOPBACK = {
  32: [
    [numberOf('127.0.0.0'), numberOf('127.255.255.255')],
    [numberOf('127.0.0.1'), numberOf('127.0.0.1')],
    [numberOf('0.0.0.0'), numberOf('0.0.0.0')],
  ],
  128: [
    [numberOf('::'), numberOf('::1')],
    [numberOf('::ffff:127.0.0.0'), numberOf('::ffff:127.255.255.255')],
    [numberOf('::127.0.0.0'), numberOf('::127.255.255.255')],
  ],
} as const satisfies Record<Width, readonly Range[]>

describe('a spelling that the system takes for a forbidden address', () => {
  const policy = new AddressPolicy({ rules: [], allowPublic: true })

  it.each([32, 128] as const)('is refused, of %i bits', async (width) => {
    const ranges = [...LOOPBACK[width], ...SPECIAL_RANGES[width]]
    await fc.assert(
      fc.asyncProperty(spelledIn(ranges, width), async ({ address, text }) => {
        // by what a socket would ask
        expect(numberOf((await lookup(text)).address)).toBe(address)
        const asked = parseFreeAddress(withPort(text, 8333))
        const ip = asked.kind === 'address' && asked.host.kind === 'ip' ? asked.host.ip : null
        const refusal = ip === null ? asked : policy.judge(ip, 8333)
        expect(refusal).toMatchObject({ kind: 'refused', code: ip === null ? 4400 : 4403 })
      }),
      { numRuns: 1000 },
    )
  })
})
