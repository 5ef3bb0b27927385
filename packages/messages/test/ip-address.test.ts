import { isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIp, showIp, showIpv6 } from '../src/ip-address.js'

const anyIpv6 = fc.oneof(
  fc.uint8Array({ minLength: 16, maxLength: 16 }),
  // Many zero groups, so that runs of every length and place come up.
  fc
    .array(fc.constantFrom(0, 0, 0, 1, 0xabcd), { minLength: 8, maxLength: 8 })
    .map((groups) => Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]))),
)

/** The WHATWG URL parser's form, which is RFC 5952's in hex groups. */
const urlForm = (text: string): string => new URL(`http://[${text}]/`).hostname.slice(1, -1)

const parses = (text: string): boolean => {
  try {
    parseIp(text)
    return true
  } catch {
    return false
  }
}

describe('IPv6 text', () => {
  it('is the form that the URL parser gives', () => {
    fc.assert(
      fc.property(anyIpv6, (bytes) => {
        const text = showIpv6(bytes)
        expect(isIPv6(text)).toBe(true)
        expect(urlForm(text)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read in every form, with the value that the URL parser sees', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        expect(showIpv6(parseIp(text))).toBe(urlForm(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:DB8::0001', '2001:db8::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['::0:1', '::1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1::2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ])('writes %s as %s (RFC 5952 §4)', (text, canonical) => {
    expect(showIp(parseIp(text))).toBe(canonical)
  })

  it('is refused exactly where Node refuses it', () => {
    const pieces = fc.constantFrom('0', '1', 'ffff', '12345', 'g', '1.2.3.4', '1.2.3', '', '')
    const almost = fc.array(pieces, { maxLength: 10 }).map((groups) => groups.join(':'))
    const mutated = fc
      .tuple(fc.ipV6(), fc.nat(), fc.constantFrom('', ':', '.', '0', 'x', ' ', '%', '-'))
      .map(([text, at, put]) => {
        const i = at % (text.length + 1)
        return text.slice(0, i) + put + text.slice(i + 1)
      })
    fc.assert(
      fc.property(fc.oneof(almost, mutated, fc.ipV4(), fc.string()), (text) => {
        fc.pre(!text.includes('%'))
        expect(parses(text)).toBe(isIPv6(text) || isIPv4(text))
      }),
      { numRuns: 5000 },
    )
    expect(parses('fe80::1%eth0')).toBe(false)
  })
})

describe('IPv4 text', () => {
  it('stands for ::ffff:0:0/96, and comes back', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const bytes = parseIp(text)
        expect(showIp(bytes)).toBe(text)
        expect(bytes).toEqual(parseIp(`::ffff:${text}`))
        expect(bytes.slice(12).join('.')).toBe(text)
      }),
    )
  })

  it.each(['1.2.3', '1.2.3.4.5', '01.2.3.4', '256.1.1.1', '1.2.3.-4', '1.2.3.4 ', '', 'localhost'])(
    'refuses "%s"',
    (text) => {
      expect(isIPv4(text)).toBe(false)
      expect(() => parseIp(text)).toThrow('is not an IPv4 address')
    },
  )
})

describe('the 16 bytes of version and addr', () => {
  it('come back from their text', () => {
    fc.assert(
      fc.property(anyIpv6, (bytes) => {
        expect(parseIp(showIp(bytes))).toEqual(bytes)
      }),
    )
  })
})
