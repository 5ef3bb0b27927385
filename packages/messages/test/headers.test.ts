import { describe, expect, it } from 'vitest'
import {
  type BlockHeaderFields,
  blockHash,
  decodeMessage,
  encodeMessage,
  type HeadersMessage,
} from '../src/index.js'
import { fromHex } from './messages.js'

const ZEROS = '00'.repeat(32)
const GENESIS_MERKLE_ROOT = '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b'
const REGTEST: BlockHeaderFields = {
  version: 1,
  previousBlock: ZEROS,
  merkleRoot: GENESIS_MERKLE_ROOT,
  time: 1_296_688_602,
  bits: 0x207fffff,
  nonce: 2,
}
const MAINNET = { ...REGTEST, time: 1_231_006_505, bits: 0x1d00ffff, nonce: 2_083_236_893 }
const REGTEST_HASH = '0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206'
const MAINNET_HASH = '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f'

const REGTEST_BYTES = `01000000 ${ZEROS}
  3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a
  dae5494d ffff7f20 02000000`

describe('headers', () => {
  it("has the genesis blocks' hashes", () => {
    expect(blockHash(REGTEST)).toBe(REGTEST_HASH)
    expect(blockHash(MAINNET)).toBe(MAINNET_HASH)
  })

  it('decodes a header, its fields and its hash', () => {
    const payload = fromHex(`01 ${REGTEST_BYTES} 00`)
    const message: HeadersMessage = {
      type: 'headers',
      headers: [{ ...REGTEST, hash: REGTEST_HASH, transactionCount: 0n }],
    }
    const decoded = decodeMessage('headers', payload)
    expect(decoded.message).toEqual(message)
    expect(decoded.summary).toBe('headers 1')
    expect(encodeMessage(message)).toEqual(payload)
    const [count, header] = decoded.fields
    expect(count).toMatchObject({ name: 'count', start: 0, end: 1, value: '1' })
    expect(header).toMatchObject({ name: 'header 0', start: 1, end: 82, value: REGTEST_HASH })
    expect(header?.children?.map(({ name, start, value }) => [name, start, value])).toEqual([
      ['version', 1, '0x00000001'],
      ['previous block', 5, ZEROS],
      ['merkle root', 37, GENESIS_MERKLE_ROOT],
      ['time', 69, '2011-02-02 23:16:42 UTC'],
      ['bits', 73, '0x207fffff'],
      ['nonce', 77, '2'],
      ['transaction count', 81, '0'],
    ])
  })

  it('keeps a transaction count that is not 0', () => {
    const payload = fromHex(`02 ${REGTEST_BYTES} fd2c01 ${REGTEST_BYTES} 00`)
    const { message } = decodeMessage('headers', payload)
    expect(message).toMatchObject({ headers: [{ transactionCount: 300n }, { hash: REGTEST_HASH }] })
    expect(encodeMessage(message)).toEqual(payload)
  })

  it('takes 2000 headers, read and written, and not 2001', () => {
    const header = { ...REGTEST, hash: REGTEST_HASH, transactionCount: 0n }
    const full: HeadersMessage = { type: 'headers', headers: Array(2000).fill(header) }
    const payload = encodeMessage(full)
    const decoded = decodeMessage('headers', payload)
    expect(decoded.message).toEqual(full)
    expect(decoded.summary).toBe('headers 2000')
    const error = expect.objectContaining({ code: 'TOO_MANY', field: 'count', offset: 0 })
    expect(() => encodeMessage({ ...full, headers: [...full.headers, header] })).toThrow(error)
    const more = new Uint8Array(payload.length + 81)
    more.set(payload)
    more.set([0xfd, 0xd1, 0x07])
    expect(() => decodeMessage('headers', more)).toThrow(error)
  })

  it('asks for a header of its own (getheaders)', () => {
    const message = {
      type: 'getheaders',
      version: 70016,
      locator: [REGTEST_HASH, MAINNET_HASH],
      stopHash: ZEROS,
    } as const
    const payload = encodeMessage(message)
    expect(Buffer.from(payload).toString('hex')).toBe(
      [
        '80110100',
        '02',
        '06226e46111a0b59caaf126043eb5bbf28c34f3a5e332a1fc7b2b73cf188910f',
        '6fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000',
        ZEROS,
      ].join(''),
    )
    const decoded = decodeMessage('getheaders', payload)
    expect(decoded.message).toEqual(message)
    expect(decoded.summary).toBe(`locator 2: ${REGTEST_HASH}`)
  })
})
