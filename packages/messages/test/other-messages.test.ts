import { describe, expect, it } from 'vitest'
import { decodeMessage, encodeMessage, type Message } from '../src/index.js'
import { fromHex } from './messages.js'

const HASH = `${'00'.repeat(31)}ff`
const HASH_BYTES = `ff${'00'.repeat(31)}`
const GETDATA: Message = {
  type: 'getdata',
  inventory: [{ kind: 0x4000_0002, kindName: 'witness block', hash: HASH }],
}

describe('messages by hand', () => {
  it.each<[Message, string, string]>([
    [{ type: 'getaddr' }, '', ''],
    [{ type: 'mempool' }, '', ''],
    [{ type: 'filterclear' }, '', ''],
    [GETDATA, `01 02000040 ${HASH_BYTES}`, 'inventory 1: witness block 1'],
    [
      { type: 'notfound', inventory: [{ kind: 1, kindName: 'tx', hash: HASH }] },
      `01 01000000 ${HASH_BYTES}`,
      'inventory 1: tx 1',
    ],
    [
      { type: 'getblocks', version: 70016, locator: [HASH], stopHash: '00'.repeat(32) },
      `80110100 01 ${HASH_BYTES} ${'00'.repeat(32)}`,
      `locator 1: ${HASH}`,
    ],
    [
      { type: 'getblocks', version: 70016, locator: [], stopHash: HASH },
      `80110100 00 ${HASH_BYTES}`,
      `locator 0, stop hash ${HASH}`,
    ],
    [
      { type: 'feature', featureId: 'BIP434', data: new Uint8Array() },
      '06 424950343334 00',
      'BIP434',
    ],
    [
      { type: 'feature', featureId: String.raw`\x00abc`, data: Uint8Array.of(1, 2) },
      '04 00616263 02 0102',
      String.raw`\x00abc, feature data 2 B`,
    ],
    [
      { type: 'sendtxrcncl', version: 1, salt: 0x0102030405060708n },
      '01000000 0807060504030201',
      'version 1, salt 0x0102030405060708',
    ],
    [{ type: 'reqrecon', setSize: 258, q: 8192 }, '0201 0020', 'set size 258, q 0.250'],
    [{ type: 'sketch', sketch: fromHex('0102030405060708') }, '08 0102030405060708', 'short ids 2'],
    [{ type: 'reqsketchext' }, '', ''],
    [
      { type: 'reconcildiff', success: true, shortIds: [0x01020304] },
      '01 01 04030201',
      'success 1, short ids 1',
    ],
    [
      { type: 'reject', rejectedType: 'version', code: 0x11, reason: 'Version must be 209' },
      '07 76657273696f6e 11 13 56657273696f6e206d75737420626520323039',
      'version, 0x11: obsolete, Version must be 209',
    ],
    [
      { type: 'reject', rejectedType: 'tx', code: 0x99, reason: '', hash: HASH },
      `02 7478 99 00 ${HASH_BYTES}`,
      'tx, 0x99',
    ],
    [
      { type: 'alert', payload: Uint8Array.of(1, 2, 3), signature: Uint8Array.of(0x30) },
      '03 010203 01 30',
      'payload 3 B',
    ],
  ])('%o', (message, hex, summary) => {
    const decoded = decodeMessage(message.type, fromHex(hex))
    expect(decoded.message).toEqual(message)
    expect(decoded.summary).toBe(summary)
    expect(encodeMessage(message)).toEqual(fromHex(hex))
  })
})

describe('lengths', () => {
  it.each([
    ['feature', '03 414243 00', 'BAD_VALUE', 'feature id / length', 0],
    ['feature', `51 ${'41'.repeat(81)} 00`, 'TOO_LONG', 'feature id / length', 0],
    ['feature', `04 41424344 fd0102 ${'00'.repeat(513)}`, 'TOO_LONG', 'feature data / length', 5],
    ['reject', `0d ${'41'.repeat(13)} 01 00`, 'TOO_LONG', 'rejected type / length', 0],
    ['reject', `00 01 70 ${'41'.repeat(112)}`, 'TOO_LONG', 'reason / length', 2],
    ['sketch', '04 0102', 'TRUNCATED', 'sketch / length', 0],
  ])('%s of %s is refused', (type, hex, code, field, offset) => {
    const error = expect.objectContaining({ code, field, offset })
    expect(() => decodeMessage(type, fromHex(hex))).toThrow(error)
  })

  it.each<[Message, string, string]>([
    [{ type: 'feature', featureId: 'BIP', data: new Uint8Array() }, 'BAD_VALUE', 'feature id'],
    [{ type: 'feature', featureId: 'é---', data: new Uint8Array() }, 'BAD_VALUE', 'feature id'],
    [
      { type: 'feature', featureId: 'x'.repeat(81), data: new Uint8Array() },
      'TOO_LONG',
      'feature id',
    ],
    [
      { type: 'reject', rejectedType: 'x'.repeat(13), code: 1, reason: '' },
      'TOO_LONG',
      'rejected type',
    ],
  ])('%o is not written', (message, code, field) => {
    expect(() => encodeMessage(message)).toThrow(
      expect.objectContaining({ code, field, offset: 0 }),
    )
  })
})
