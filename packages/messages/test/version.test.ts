import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEscaped, showEscaped } from '../src/escaped-text.js'
import {
  decodeMessage,
  describeServices,
  encodeMessage,
  type Message,
  type VersionMessage,
} from '../src/index.js'
import { fromHex } from './messages.js'

const MESSAGE: VersionMessage = {
  type: 'version',
  version: 70016,
  services: 0xc09n,
  timestamp: 1_296_688_602n,
  receiver: { services: 0n, address: '127.0.0.1', port: 18444 },
  sender: { services: 0xc09n, address: '::', port: 0 },
  nonce: 0x0102030405060708n,
  userAgent: '/Satoshi:29.1.0/',
  startHeight: 300,
  relay: true,
}

/** `MESSAGE`, put together by hand, a line a field. */
const PAYLOAD = fromHex(`
  80110100
  090c000000000000
  dae5494d00000000
  0000000000000000 00000000000000000000ffff7f000001 480c
  090c000000000000 00000000000000000000000000000000 0000
  0807060504030201
  10 2f5361746f7368693a32392e312e302f
  2c010000
  01`)

const decodeVersion = (payload: Uint8Array): Message => decodeMessage('version', payload).message

describe('version', () => {
  it('is encoded as laid down, little-endian but for the ports', () => {
    expect(encodeMessage(MESSAGE)).toEqual(PAYLOAD)
    expect(decodeVersion(PAYLOAD)).toEqual(MESSAGE)
  })

  it('names every field with its bytes and its value', () => {
    const { fields, summary } = decodeMessage('version', PAYLOAD)
    expect(fields.map(({ name, start, end, value }) => [name, start, end, value])).toEqual([
      ['version', 0, 4, '70016'],
      ['services', 4, 12, '0xc09: NETWORK, WITNESS, NETWORK_LIMITED, P2P_V2'],
      ['timestamp', 12, 20, '2011-02-02 23:16:42 UTC'],
      ['receiver', 20, 46, '127.0.0.1:18444'],
      ['sender', 46, 72, '[::]:0'],
      ['nonce', 72, 80, '0x0102030405060708'],
      ['user agent', 80, 97, '/Satoshi:29.1.0/'],
      ['start height', 97, 101, '300'],
      ['relay', 101, 102, 'yes'],
    ])
    expect(fields[3]?.children?.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['services', 20, 28],
      ['address', 28, 44],
      ['port', 44, 46],
    ])
    expect(summary).toBe('v70016 /Satoshi:29.1.0/ height 300')
  })

  it('may end after receiver, nonce, user agent or start height, and nowhere else', () => {
    const accepted = new Map([
      [46, 'receiver'],
      [80, 'nonce'],
      [97, 'user agent'],
      [101, undefined],
      [102, undefined],
    ])
    for (let length = 0; length <= PAYLOAD.length; length++) {
      const cut = PAYLOAD.subarray(0, length)
      if (accepted.has(length)) {
        const message = decodeVersion(cut)
        expect(message).toHaveProperty('type', 'version')
        expect('endsAfter' in message ? message.endsAfter : undefined).toBe(accepted.get(length))
        expect(encodeMessage(message)).toEqual(cut)
      } else {
        expect(() => decodeVersion(cut)).toThrow(expect.objectContaining({ code: 'TRUNCATED' }))
      }
    }
  })

  it('reads any relay byte but 0 as yes', () => {
    expect(decodeVersion(PAYLOAD.with(101, 7))).toEqual(MESSAGE)
    expect(decodeVersion(PAYLOAD.with(101, 0))).toEqual({ ...MESSAGE, relay: false })
  })

  it('shows a time that no date has as its number', () => {
    const payload = encodeMessage({ ...MESSAGE, timestamp: (1n << 63n) - 1n })
    expect(decodeMessage('version', payload).fields[2]?.value).toBe('9223372036854775807')
  })

  it('refuses a user agent above 256 bytes, read or written', () => {
    const long = { ...MESSAGE, userAgent: 'x'.repeat(257) }
    const error = expect.objectContaining({ code: 'TOO_LONG', field: 'user agent', offset: 80 })
    expect(() => encodeMessage(long)).toThrow(error)
    const payload = Uint8Array.of(...PAYLOAD.subarray(0, 80), 0xfd, 1, 1, ...new Uint8Array(262))
    expect(() => decodeVersion(payload)).toThrow(
      expect.objectContaining({ code: 'TOO_LONG', field: 'user agent / length', offset: 80 }),
    )
    expect(decodeVersion(encodeMessage({ ...MESSAGE, userAgent: 'x'.repeat(256) }))).toBeDefined()
  })
})

describe('a user agent', () => {
  it('is printable ASCII whatever its bytes, and gives them back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 256 }), (bytes) => {
        const text = showEscaped(bytes)
        expect(text).toMatch(/^[\x20-\x7e]*$/)
        expect(parseEscaped(text)).toEqual(bytes)
      }),
    )
  })

  it.each([
    ['2f413a312f', '/A:1/'],
    ['5c78', String.raw`\\x`],
    ['ff00e280ae', String.raw`\xff\x00\xe2\x80\xae`],
  ])('of bytes %s reads %s', (hex, text) => {
    expect(showEscaped(fromHex(hex))).toBe(text)
  })

  it('is refused where other bytes would come back, or none could', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          expect(showEscaped(parseEscaped(text))).toBe(text)
        } catch (error) {
          expect(String(error)).toContain('printable ASCII only')
        }
      }),
    )
    for (const userAgent of ['é', '☃', '\n', '\\', '\\x4', '\\xFF', '\\x41', '\\n']) {
      const error = expect.objectContaining({ code: 'BAD_VALUE', field: 'user agent', offset: 80 })
      expect(() => encodeMessage({ ...MESSAGE, userAgent })).toThrow(error)
    }
  })
})

describe('describeServices', () => {
  it('names the bits (S1: P2P_V2 is bit 11), and numbers those that have no name', () => {
    expect(describeServices(0n)).toEqual([])
    expect(describeServices(2048n)).toEqual(['P2P_V2'])
    expect(describeServices(0xc4dn)).toEqual([
      'NETWORK',
      'BLOOM',
      'WITNESS',
      'COMPACT_FILTERS',
      'NETWORK_LIMITED',
      'P2P_V2',
    ])
    expect(describeServices((1n << 63n) | (1n << 24n) | 2n)).toEqual(['bit 1', 'bit 24', 'bit 63'])
  })
})
