import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFreeAddress, parseFreeAddress } from '../../src/addresses/free-address.js'

describe('an address that a page asks for', () => {
  it.each([
    ['203.0.113.5:8333', '203.0.113.5:8333'],
    ['[2001:DB8:0:0::5]:8333', '[2001:db8::5]:8333'],
    ['[::8.8.8.8]:8333', '[::808:808]:8333'],
    ['[::ffff:8.8.8.8]:8333', '[::ffff:808:808]:8333'],
    ['Node.Example.org:65535', 'node.example.org:65535'],
    ['xn--bcher-kva.example:1', 'xn--bcher-kva.example:1'],
    ['1.2.3.4.example.org:8333', '1.2.3.4.example.org:8333'],
    ['0x7f.example:8333', '0x7f.example:8333'],
    ['localhost:8333', 'localhost:8333'],
  ])('has one spelling: %s', (text, spelling) => {
    const address = parseFreeAddress(text)
    expect(address.kind === 'address' && formatFreeAddress(address)).toBe(spelling)
  })

  it.each([
    [null, 'ask for /relay/NAME or /relay?addr=HOST:PORT'],
    ['203.0.113.5', 'The port is missing or wrong'],
    ['node.example.org:08333', 'with a PORT from 1 to 65535'],
    ['2001:db8::5:8333', 'Put the IPv6 address in brackets'],
    ['127.1:8333', 'must be four numbers from 0 to 255'],
    ['2130706433:8333', 'must be four numbers from 0 to 255'],
    ['0x7f000001:8333', 'This is not HOST:PORT'],
    ['', 'This is not HOST:PORT'],
  ])('is refused, saying what to write: %s', (text, said) => {
    expect(parseFreeAddress(text)).toMatchObject({
      kind: 'refused',
      code: 4400,
      reason: expect.stringContaining(said),
    })
  })

  it('is an IP address, or a name that the web takes for none', () => {
    const unit = fc.constantFrom(...'0123456789abcdefxX.:[]%-_ZzÀ１。 @/\0')
    const text = fc.oneof(
      fc.string({ unit, maxLength: 24 }),
      fc.tuple(fc.string({ unit, maxLength: 12 }), fc.nat(70_000)).map((pair) => pair.join(':')),
      fc.domain().map((name) => `${name}:8333`),
      fc.ipV4Extended().map((ip) => `${ip}:8333`),
      fc.ipV6().map((ip) => `[${ip}]:8333`),
    )
    const accepted = { ip: 0, name: 0 }
    fc.assert(
      fc.property(text, (asked) => {
        const address = parseFreeAddress(asked)
        if (address.kind === 'refused') {
          expect(address.code).toBe(4400)
          return
        }
        const { host } = address
        accepted[host.kind]++
        const { hostname } = new URL(`bitcoin://${formatFreeAddress(address)}`)
        const asWeb = new URL(`http://${hostname}/`).hostname.replace(/^\[|\]$/g, '')
        expect(isIP(asWeb) !== 0).toBe(host.kind === 'ip')
        expect(parseFreeAddress(formatFreeAddress(address))).toEqual(address)
      }),
      { numRuns: 5000 },
    )
    expect(accepted.ip).toBeGreaterThan(100)
    expect(accepted.name).toBeGreaterThan(100)
  })
})
