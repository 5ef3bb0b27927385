import { describe, expect, it } from 'vitest'
import { decodeMessage, encodeMessage, type Message } from '../src/index.js'
import { fromHex } from './messages.js'

const BLOCK = '000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943'
const BLOCK_BYTES = '43497fd7f826957108f4a30fd9cec3aeba79972084e90ead01ea330900000000'
const ZEROS = '00'.repeat(32)

/** Name, value and bytes of each span, those inside a span with it. */
function leaves(type: string, payload: Uint8Array): [string, string, string][] {
  return decodeMessage(type, payload).fields.flatMap(({ name, value, start, end, children }) =>
    (children ?? [{ name, value, start, end }]).map((leaf): [string, string, string] => [
      leaf.name,
      leaf.value,
      Buffer.from(payload.subarray(leaf.start, leaf.end)).toString('hex'),
    ]),
  )
}

describe('BIP37', () => {
  it.each([
    ['03614e9b050000000000000001', '614e9b', 0],
    ['03ce4299050000000100008001', 'ce4299', 0x8000_0001],
  ])("reads filterload %s, one of Bitcoin Core's own", (hex, filter, tweak) => {
    const decoded = decodeMessage('filterload', fromHex(hex))
    expect(decoded.message).toEqual({
      type: 'filterload',
      filter: fromHex(filter),
      hashFunctions: 5,
      tweak,
      flags: 1,
    })
    expect(decoded.summary).toBe('filter 3 B, hash functions 5')
    expect(decoded.fields.map(({ name, value }) => [name, value])).toEqual([
      ['filter', filter],
      ['hash functions', '5'],
      ['tweak', `0x${tweak.toString(16).padStart(8, '0')}`],
      ['flags', '1: add outpoints'],
    ])
    expect(encodeMessage(decoded.message)).toEqual(fromHex(hex))
  })

  it.each<[number, (length: number) => Message]>([
    [
      36_000,
      (length) => ({
        type: 'filterload',
        filter: new Uint8Array(length),
        hashFunctions: 1,
        tweak: 0,
        flags: 0,
      }),
    ],
    [520, (length) => ({ type: 'filteradd', element: new Uint8Array(length) })],
  ])('takes %i bytes, and not one more', (max, messageOf) => {
    const { type } = messageOf(max)
    const payload = encodeMessage(messageOf(max))
    expect(decodeMessage(type, payload).message).toEqual(messageOf(max))
    const error = expect.objectContaining({ code: 'TOO_LONG', offset: 0 })
    expect(() => encodeMessage(messageOf(max + 1))).toThrow(error)
    const long = Uint8Array.of(...payload, 0)
    new DataView(long.buffer).setUint16(1, max + 1, true)
    expect(() => decodeMessage(type, long)).toThrow(error)
  })
})

describe('BIP157', () => {
  it('shows how many elements the filter of a block has (BIP158, test vector of block 0)', () => {
    const payload = fromHex(`00 ${BLOCK_BYTES} 04 019dfca8`)
    expect(leaves('cfilter', payload)).toEqual([
      ['filter type', 'basic', '00'],
      ['block hash', BLOCK, BLOCK_BYTES],
      ['length', '4', '04'],
      ['element count', '1', '01'],
      ['encoded set', '9dfca8', '9dfca8'],
    ])
    const { message, summary } = decodeMessage('cfilter', payload)
    expect(message).toEqual({
      type: 'cfilter',
      filterType: 0,
      blockHash: BLOCK,
      filter: fromHex('019dfca8'),
    })
    expect(summary).toBe(`basic, elements 1, ${BLOCK}`)
    expect(encodeMessage(message)).toEqual(payload)
  })

  it.each([
    ['00', [['element count', '0', '00']]],
    [
      'fd2c01aabb',
      [
        ['element count', '300', 'fd2c01'],
        ['encoded set', 'aabb', 'aabb'],
      ],
    ],
    ['', []],
    ['fd', [['bytes', 'fd', 'fd']]],
    ['fd0100aa', [['bytes', 'fd0100aa', 'fd0100aa']]],
  ])('takes filter "%s", a set or none', (filter, expected) => {
    const length = (filter.length / 2).toString(16).padStart(2, '0')
    const payload = fromHex(`00 ${BLOCK_BYTES} ${length} ${filter}`)
    const [, , lengthLeaf, ...rest] = leaves('cfilter', payload)
    expect(lengthLeaf?.[0]).toBe('length')
    expect(rest).toEqual(expected)
    expect(encodeMessage(decodeMessage('cfilter', payload).message)).toEqual(payload)
  })

  it.each([
    ['getcfilters', `00 e8030000 ${BLOCK_BYTES}`, `basic, start height 1000, stop hash ${BLOCK}`],
    ['getcfheaders', `07 e8030000 ${BLOCK_BYTES}`, `type 7, start height 1000, stop hash ${BLOCK}`],
    ['getcfcheckpt', `00 ${BLOCK_BYTES}`, `basic, stop hash ${BLOCK}`],
    ['cfheaders', `00 ${BLOCK_BYTES} ${ZEROS} 01 ${BLOCK_BYTES}`, 'basic, filter hashes 1'],
    ['cfcheckpt', `00 ${BLOCK_BYTES} 02 ${BLOCK_BYTES} ${ZEROS}`, 'basic, filter headers 2'],
  ])('sums up %s of %s', (type, hex, summary) => {
    const decoded = decodeMessage(type, fromHex(hex))
    expect(decoded.summary).toBe(summary)
    expect(decoded.message).toHaveProperty(
      type === 'cfheaders' ? 'filterHashes.0' : 'stopHash',
      BLOCK,
    )
    expect(encodeMessage(decoded.message)).toEqual(fromHex(hex))
  })

  it('allows 2000 filter hashes, and not one more', () => {
    const messageOf = (count: number): Message => ({
      type: 'cfheaders',
      filterType: 0,
      stopHash: BLOCK,
      previousFilterHeader: ZEROS,
      filterHashes: Array<string>(count).fill(BLOCK),
    })
    const payload = encodeMessage(messageOf(2000))
    expect(decodeMessage('cfheaders', payload).message).toEqual(messageOf(2000))
    const error = expect.objectContaining({ code: 'TOO_MANY', field: 'count', offset: 65 })
    expect(() => encodeMessage(messageOf(2001))).toThrow(error)
    const more = Uint8Array.of(...payload, ...new Uint8Array(32)).with(66, 0xd1)
    expect(() => decodeMessage('cfheaders', more)).toThrow(error)
  })
})
