import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase32 } from '../src/base32.js'
import { decodeMessage, encodeMessage, showAddrV2Address } from '../src/index.js'
import { fromHex } from './messages.js'

/** One address: time, services, network, then what the test is about. */
const entry = (network: string, rest: string): Uint8Array =>
  fromHex(`01 61bc6649 00 ${network} ${rest}`)

describe('BIP155 networks', () => {
  it.each([
    [1, 'ipv4', '04 c0000201', '192.0.2.1'],
    [2, 'ipv6', '10 20010db8000000000000000000000001', '2001:db8::1'],
    [2, 'ipv6', '10 00000000000000000000ffffc0000201', '::ffff:c000:201'],
    [3, 'torv2', '0a f1f2f3f4f5f6f7f8f9fa', '6hzph5hv6337r6p2.onion'],
    [
      4,
      'torv3',
      '20 79bcc625184b05194975c28b66b66b0469f7f6556fb1ac3189a79b40dda32f1f',
      'pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion',
    ],
    [
      5,
      'i2p',
      '20 a2894dabaec08c0051a481a6dac88b64f98232ae42d4b6fd2fa81952dfe36a87',
      'ukeu3k5oycgaauneqgtnvselmt4yemvoilkln7jpvamvfx7dnkdq.b32.i2p',
    ],
    [6, 'cjdns', '10 fc000001000200030004000500060007', 'fc00:1:2:3:4:5:6:7'],
    [7, 'yggdrasil', '10 02000001000200030004000500060007', '200:1:2:3:4:5:6:7'],
    [0, 'unknown', '02 abcd', 'abcd'],
    [255, 'unknown', '00', ''],
  ])('network %i is %s: %s reads %s', (network, networkName, address, text) => {
    const payload = entry(network.toString(16).padStart(2, '0'), `${address} 208d`)
    const { message } = decodeMessage('addrv2', payload)
    expect(message).toMatchObject({
      addresses: [{ network, networkName, address: text, time: 0x4966bc61, port: 8333 }],
    })
    expect(encodeMessage(message)).toEqual(payload)
  })

  it('reads services as CompactSize, up to 64 bits', () => {
    const address = '02 10 00000000000000000000000000000001'
    const payload = fromHex(`03
      61bc6649 00 ${address} 0000
      79627683 01 ${address} 00f1
      ffffffff fd4804 ${address} f1f2`)
    const { message, fields, summary } = decodeMessage('addrv2', payload)
    expect(message).toMatchObject({
      addresses: [
        { time: 1_231_469_665, services: 0n, address: '::1', port: 0 },
        { time: 2_205_573_753, services: 1n, address: '::1', port: 0xf1 },
        { time: 0xffff_ffff, services: 0x448n, address: '::1', port: 0xf1f2 },
      ],
    })
    expect(fields[3]?.children?.[1]).toMatchObject({
      name: 'services',
      value: '0x448: WITNESS, COMPACT_FILTERS, NETWORK_LIMITED',
    })
    expect(summary).toBe('addresses 3')
    expect(encodeMessage(message)).toEqual(payload)
    const all = fromHex(`01 00000000 ffffffffffffffffff 01 04 00000000 0000`)
    expect(decodeMessage('addrv2', all).message).toMatchObject({
      addresses: [{ services: (1n << 64n) - 1n }],
    })
  })

  it.each([
    ['01', 5],
    ['02', 4],
    ['03', 16],
    ['04', 35],
    ['05', 0],
    ['06', 17],
    ['07', 4],
  ])('refuses an address of network %s in %i bytes, read or written', (network, length) => {
    const payload = entry(
      network,
      `${length.toString(16).padStart(2, '0')} ${'00'.repeat(length)} 0000`,
    )
    expect(() => decodeMessage('addrv2', payload)).toThrow(
      expect.objectContaining({
        code: 'BAD_VALUE',
        field: 'address 0 / address / length',
        offset: 7,
      }),
    )
    const address = {
      time: 0,
      services: 0n,
      network: Number(network),
      networkName: 'unknown',
      address: '',
      bytes: new Uint8Array(length),
      port: 0,
    } as const
    expect(() => encodeMessage({ type: 'addrv2', addresses: [address] })).toThrow(
      expect.objectContaining({ code: 'BAD_VALUE', field: 'address 0 / address', offset: 7 }),
    )
  })

  it('takes 512 bytes of an unknown network, and not 513', () => {
    const ofLength = (length: string, bytes: number): Uint8Array =>
      entry('08', `fd${length} ${'aa'.repeat(bytes)} 0000`)
    expect(decodeMessage('addrv2', ofLength('0002', 512)).fields).toHaveLength(2)
    expect(() => decodeMessage('addrv2', ofLength('0102', 513))).toThrow(
      expect.objectContaining({ code: 'TOO_LONG', offset: 7 }),
    )
  })
})

describe('Tor v3 names', () => {
  it("carry the checksum that Node's SHA3 gives", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        const digest = createHash('sha3-256')
          .update('.onion checksum')
          .update(key)
          .update(Uint8Array.of(3))
          .digest()
        const whole = Uint8Array.of(...key, ...digest.subarray(0, 2), 3)
        const name = showAddrV2Address(4, key)
        expect(name).toMatch(/^[a-z2-7]{55}d\.onion$/)
        expect(fromBase32(name.slice(0, 56))).toEqual(whole)
      }),
    )
  })
})

/** Base32 by another way than the one under test: as one large number. */
function fromBase32(text: string): Uint8Array {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  let number = 0n
  for (const letter of text) number = number * 32n + BigInt(alphabet.indexOf(letter))
  const length = Math.floor((text.length * 5) / 8)
  number >>= BigInt(text.length * 5 - length * 8)
  const bytes = new Uint8Array(length)
  for (let i = length - 1; i >= 0; i--, number >>= 8n) bytes[i] = Number(number & 0xffn)
  return bytes
}

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('of "%s" is "%s" (RFC 4648 §10, unpadded, lower case)', (text, base32) => {
    expect(toBase32(Buffer.from(text))).toBe(base32)
  })

  it('gives the bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes)
      }),
    )
  })
})
