import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sipHash } from '../src/compact-block-short-id.js'
import {
  blockHash,
  decodeMessage,
  encodeMessage,
  type Message,
  MessageError,
  readMessage,
  shortTransactionId,
  toTransaction,
} from '../src/index.js'
import { BLOCK_MESSAGES } from './block-messages.js'
import { fromHex, MESSAGES } from './messages.js'

/** Block 0 of mainnet. */
const GENESIS = `
  0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e
  67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c01
  01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff
  4d04ffff001d0104455468652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e20627269
  6e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73ffffffff
  0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f
  4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000`
const GENESIS_HASH = '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f'
const GENESIS_TXID = '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b'

const errorOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('block', () => {
  it('gives the genesis block its hash, txid and amount', () => {
    const { message, fields, summary } = decodeMessage('block', fromHex(GENESIS))
    expect(message).toMatchObject({
      header: { hash: GENESIS_HASH, merkleRoot: GENESIS_TXID, nonce: 2083236893 },
      transactions: [{ txid: GENESIS_TXID, outputs: [{ amount: 5_000_000_000n }] }],
    })
    expect(summary).toBe(`${GENESIS_HASH}, transactions 1`)
    expect(fields.map(({ name, value }) => [name, value])).toEqual([
      ['header', GENESIS_HASH],
      ['transaction count', '1'],
      ['transaction 0', `txid ${GENESIS_TXID}`],
    ])
    const output = fields[2]?.children?.find(({ name }) => name === 'output 0')
    expect(output?.value).toMatch(/^50\.00000000 BTC, pubkey 04678afd[0-9a-f]+ OP_CHECKSIG$/)
    expect(encodeMessage(message)).toEqual(fromHex(GENESIS))
  })

  it('says in which transaction an error is', () => {
    const cut = fromHex(GENESIS).subarray(0, -1)
    expect(errorOf(() => decodeMessage('block', cut))).toMatchObject({
      code: 'TRUNCATED',
      field: 'transaction 0 / lock time',
      offset: 281,
    })
  })

  it('keeps what it needs: the payload may be overwritten afterwards', () => {
    const payload = fromHex(GENESIS)
    const { message } = decodeMessage('block', payload)
    payload.fill(0)
    expect(encodeMessage(message)).toEqual(fromHex(GENESIS))
  })
})

describe('getblocktxn', () => {
  const decode = (differences: string) =>
    decodeMessage('getblocktxn', fromHex(`${'11'.repeat(32)}${differences}`))

  it('turns differences into places in the block', () => {
    const { message, fields } = decode('03 00 00 05')
    expect(message).toMatchObject({ indexes: [0, 1, 7] })
    expect(fields.at(-1)).toMatchObject({ name: 'index 2', value: '5: transaction 7' })
  })

  it('takes 65535 as the last place, and none above it', () => {
    expect(decode('02 00 fdfeff').message).toMatchObject({ indexes: [0, 65535] })
    const wrong = { code: 'BAD_VALUE', field: 'index 1', offset: 34 }
    expect(errorOf(() => decode('02 00 fdffff'))).toMatchObject(wrong)
    expect(errorOf(() => decode(`02 00 ff${'ff'.repeat(8)}`))).toMatchObject(wrong)
  })

  it.each([[[1, 1]], [[2, 1]], [[-1]], [[65536]], [[0.5]]])('cannot ask for %j', (indexes) => {
    const message: Message = { type: 'getblocktxn', blockHash: '1'.repeat(64), indexes }
    const error = errorOf(() => encodeMessage(message))
    expect(error).toBeInstanceOf(MessageError)
    expect(error).toMatchObject({ code: 'BAD_VALUE', field: `index ${indexes.length - 1}` })
  })
})

describe('cmpctblock', () => {
  const fields = {
    version: 1,
    previousBlock: '0'.repeat(64),
    merkleRoot: '1'.repeat(64),
    time: 0,
    bits: 0,
    nonce: 0,
  }
  const header = { ...fields, hash: blockHash(fields) }
  const transaction = toTransaction({ version: 1, inputs: [], outputs: [], lockTime: 0 })

  it('writes a short id from its last digits to its first', () => {
    const shortIds = ['0123456789ab']
    const message: Message = { type: 'cmpctblock', header, nonce: 1n, shortIds, prefilled: [] }
    const payload = encodeMessage(message)
    expect([...payload.subarray(88)]).toEqual([1, 0xab, 0x89, 0x67, 0x45, 0x23, 0x01, 0])
    expect(decodeMessage('cmpctblock', payload).message).toEqual(message)
  })

  it('writes places of prefilled transactions as differences', () => {
    const prefilled = [0, 1, 4].map((index) => ({ index, transaction }))
    const message: Message = { type: 'cmpctblock', header, nonce: 1n, shortIds: [], prefilled }
    const payload = encodeMessage(message)
    expect([90, 101, 112].map((at) => payload[at])).toEqual([0, 0, 2])
    expect(decodeMessage('cmpctblock', payload).message).toEqual(message)
  })

  it('takes only 12 hex digits as a short id', () => {
    for (const shortId of ['', '0123456789', '0123456789abcd', '0123456789aB', 'xx23456789ab']) {
      const message: Message = {
        type: 'cmpctblock',
        header,
        nonce: 1n,
        shortIds: [shortId],
        prefilled: [],
      }
      expect(errorOf(() => encodeMessage(message))).toMatchObject({
        code: 'BAD_VALUE',
        field: 'short id 0',
      })
    }
  })
})

describe('short ids', () => {
  it('are of SipHash-2-4 as its paper has it (Appendix A)', () => {
    const message = Uint8Array.from({ length: 15 }, (_, i) => i)
    const [k0, k1] = [0x0706050403020100n, 0x0f0e0d0c0b0a0908n]
    expect(sipHash(k0, k1, message)).toBe(0xa129ca6149be45e5n)
  })

  it('differ by nonce and wtxid', () => {
    const header = {
      version: 1,
      previousBlock: '0'.repeat(64),
      merkleRoot: '1'.repeat(64),
      time: 0,
      bits: 0,
      nonce: 0,
    }
    const ids = [1n, 2n].flatMap((nonce) =>
      ['1', '2'].map((digit) => shortTransactionId({ header, nonce }, digit.repeat(64))),
    )
    expect(new Set(ids).size).toBe(4)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{12}$/)
  })
})

const arbitraries: readonly [string, fc.Arbitrary<Message>][] = Object.entries(MESSAGES)

describe('readMessage', () => {
  it.each(arbitraries)('says of %s what decodeMessage says', (type, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (message, keep) => {
        const whole = encodeMessage(message)
        const payload = whole.subarray(0, Math.round(whole.length * keep))
        const expected = errorOf(() => decodeMessage(type, payload).summary)
        expect(errorOf(() => readMessage(type, payload).summary)).toEqual(expected)
        const { message: read, summary } = decodeMessage(type, whole)
        expect(readMessage(type, whole)).toEqual({ message: read, summary })
      }),
      { numRuns: 30 },
    )
  })

  it('covers every type that holds blocks', () => {
    expect(Object.keys(MESSAGES)).toEqual(expect.arrayContaining(Object.keys(BLOCK_MESSAGES)))
  })
})
