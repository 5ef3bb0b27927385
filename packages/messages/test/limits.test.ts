import { describe, expect, it } from 'vitest'
import {
  decodeMessage,
  encodeMessage,
  type InventoryItem,
  type InvMessage,
  type Message,
  MessageError,
} from '../src/index.js'
import { fromHex } from './messages.js'
import { expectTiling } from './tiling.js'

const HASH = '11'.repeat(32)
const TX: InventoryItem = { kind: 1, kindName: 'tx', hash: HASH }

function errorOf(run: () => unknown): MessageError {
  try {
    run()
  } catch (error) {
    if (error instanceof MessageError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const decodeError = (type: string, hex: string) => errorOf(() => decodeMessage(type, fromHex(hex)))

describe('counts', () => {
  it.each(['inv', 'getdata', 'notfound', 'headers', 'addr', 'addrv2'])(
    '%s of 2^32 items is refused at once',
    (type) => {
      const error = decodeError(type, 'ff 0000000001000000')
      expect(error).toMatchObject({ code: 'TOO_MANY', field: 'count', offset: 0 })
      expect(error.message).toMatch(/^count, at byte 0: 4294967296 is above the limit of \d+$/)
    },
  )

  it.each([
    ['inv', 'fd50c3', 'TRUNCATED'],
    ['inv', 'fd51c3', 'TOO_MANY'],
    ['getdata', 'fd50c3', 'TRUNCATED'],
    ['getdata', 'fd51c3', 'TOO_MANY'],
    ['notfound', 'fd51c3', 'TOO_MANY'],
    ['headers', 'fdd007', 'TRUNCATED'],
    ['headers', 'fdd107', 'TOO_MANY'],
    ['addr', 'fde803', 'TRUNCATED'],
    ['addr', 'fde903', 'TOO_MANY'],
    ['addrv2', 'fde803', 'TRUNCATED'],
    ['addrv2', 'fde903', 'TOO_MANY'],
  ])('%s with count %s and nothing behind is %s', (type, hex, code) => {
    expect(decodeError(type, hex)).toMatchObject({ code, field: 'count', offset: 0 })
  })

  it('of a locator: 101 hashes, not 102', () => {
    const locator = Array<string>(101).fill(HASH)
    const message = { type: 'getheaders', version: 1, locator, stopHash: HASH } as const
    const payload = encodeMessage(message)
    expect(decodeMessage('getheaders', payload).message).toEqual(message)
    const error = { code: 'TOO_MANY', field: 'locator count', offset: 4 }
    const more = { ...message, locator: [...locator, HASH] }
    expect(errorOf(() => encodeMessage(more))).toMatchObject(error)
    const bytes = Uint8Array.of(...payload.with(4, 102), ...new Uint8Array(32))
    expect(errorOf(() => decodeMessage('getheaders', bytes))).toMatchObject(error)
  })

  it('of 50,000 in inv: all are read, and written again', () => {
    const message: InvMessage = { type: 'inv', inventory: Array(50_000).fill(TX) }
    const payload = encodeMessage(message)
    const decoded = decodeMessage('inv', payload)
    expect(decoded.message).toEqual(message)
    expect(decoded.summary).toBe('inventory 50000: tx 50000')
    expectTiling(decoded.fields, 0, payload.length)
  })
})

describe('CompactSize', () => {
  it.each(['fdfc00', 'fe00000000', 'feffff0000', 'ff0000000000000000', 'ffffffffff00000000'])(
    '%s is refused: a shorter form exists',
    (hex) => {
      const error = decodeError('inv', hex)
      expect(error).toMatchObject({ code: 'NON_CANONICAL_SIZE', field: 'count', offset: 0 })
    },
  )

  it.each([
    [0xfcn, 'fc'],
    [0xfdn, 'fdfd00'],
    [0xffffn, 'fdffff'],
    [0x10000n, 'fe00000100'],
    [0xffff_ffffn, 'feffffffff'],
    [0x1_0000_0000n, 'ff0000000001000000'],
    [0xffff_ffff_ffff_ffffn, 'ffffffffffffffffff'],
  ])('%i is written %s', (services, hex) => {
    const address = { time: 0, network: 9, networkName: 'unknown', address: '', port: 0 } as const
    const message: Message = {
      type: 'addrv2',
      addresses: [{ ...address, services, bytes: new Uint8Array() }],
    }
    const payload = encodeMessage(message)
    expect(Buffer.from(payload).toString('hex')).toBe(`0100000000${hex}09000000`)
    expect(decodeMessage('addrv2', payload).message).toEqual(message)
  })

  it.each(['', 'fd', 'fdff', 'fe000000', 'ff00000000000000'])('"%s" is cut short', (hex) => {
    expect(decodeError('inv', hex)).toMatchObject({ code: 'TRUNCATED', field: 'count', offset: 0 })
  })
})

describe('values out of range', () => {
  const address = { time: 0, services: 0n, address: '::', port: 0 }
  const bad: readonly [string, number, Message][] = [
    ['nonce', 0, { type: 'ping', nonce: -1n }],
    ['nonce', 0, { type: 'pong', nonce: 1n << 64n }],
    ['fee rate', 0, { type: 'feefilter', feeRate: 1n << 63n }],
    ['version', 1, { type: 'sendcmpct', highBandwidth: true, version: -1n }],
    ['version', 0, { type: 'getheaders', version: 2 ** 31, locator: [], stopHash: HASH }],
    ['stop hash', 5, { type: 'getheaders', version: 0, locator: [], stopHash: '11' }],
    ['locator hash 0', 5, { type: 'getheaders', version: 0, locator: ['xyz'], stopHash: HASH }],
    ['item 1 / kind', 37, { type: 'inv', inventory: [TX, { ...TX, kind: 1.5 }] }],
    ['address 0 / port', 29, { type: 'addr', addresses: [{ ...address, port: 65_536 }] }],
    ['address 0 / time', 1, { type: 'addr', addresses: [{ ...address, time: Number.NaN }] }],
    ['address 0 / address', 13, { type: 'addr', addresses: [{ ...address, address: 'node' }] }],
  ]

  it.each(bad)('%s at byte %i is BAD_VALUE', (field, offset, message) => {
    const error = errorOf(() => encodeMessage(message))
    expect(error).toMatchObject({ name: 'MessageError', code: 'BAD_VALUE', field, offset })
    expect(error.message.startsWith(`${field}, at byte ${offset}: `)).toBe(true)
  })
})

describe('errors inside items', () => {
  it('name the item and the field, and where it starts', () => {
    // The count's check allows for the shortest entries; the second one turns out too long.
    const entry = '00000000 00 01 04 7f000001 208d'
    const error = decodeError('addrv2', `02 ${entry} 00000000 00 01 04 7f00`)
    expect(error).toMatchObject({
      code: 'TRUNCATED',
      field: 'address 1 / address / length',
      offset: 20,
    })
  })
})

describe('small messages', () => {
  it.each<[string, string, Message, string]>([
    [
      'ping',
      '0807060504030201',
      { type: 'ping', nonce: 0x102030405060708n },
      'nonce 0x0102030405060708',
    ],
    [
      'sendcmpct',
      '000200000000000000',
      { type: 'sendcmpct', highBandwidth: false, version: 2n },
      'version 2, high bandwidth 0',
    ],
    ['feefilter', 'e803000000000000', { type: 'feefilter', feeRate: 1000n }, '1000 sat/kvB'],
    ['verack', '', { type: 'verack' }, ''],
  ])('%s of %s', (type, hex, message, summary) => {
    const decoded = decodeMessage(type, fromHex(hex))
    expect(decoded.message).toEqual(message)
    expect(decoded.summary).toBe(summary)
    expect(encodeMessage(message)).toEqual(fromHex(hex))
  })

  it('inv says how many of each kind there are', () => {
    const inventory: InventoryItem[] = [
      TX,
      { kind: 2, kindName: 'block', hash: HASH },
      TX,
      { kind: 0x4000_0002, kindName: 'witness block', hash: HASH },
      { kind: 99, kindName: 'unknown', hash: HASH },
    ]
    const { message, summary, fields } = decodeMessage(
      'inv',
      encodeMessage({ type: 'inv', inventory }),
    )
    expect(message).toEqual({ type: 'inv', inventory })
    expect(summary).toBe('inventory 5: tx 2, block 1, witness block 1, unknown 1')
    expect(fields.at(-1)?.value).toBe(`kind 99 ${HASH}`)
  })
})
