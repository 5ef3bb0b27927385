// @vitest-environment node
import { concatBytes, fromHex } from '@v2scope/bip324'
import { decodeMessage, encodeMessage, type Message } from '@v2scope/messages'
import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../src/session/item.js'
import { LinkTracker } from '../../src/session/link-tracker.js'
import { readingOf } from '../../src/session/message-of.js'
import { OpenWants } from '../../src/session/open-wants.js'
import { TestWorker, TestWorld } from './test-world.js'

const A = 'aa'.repeat(32)
const B = 'bb'.repeat(32)
const ZEROS = '0'.repeat(64)
const BLOCK = 2
const WITNESS_TX = 0x40000001
const WTX = 5

/** A conversation: each message gets its place as its `seq`. */
function conversation() {
  const tracker = new LinkTracker()
  let seq = -1
  const see = (direction: WireItem['direction'], messageType: string, payload: Uint8Array) => {
    seq += 1
    const { message } = readingOf({ messageType, payload })
    return message ? tracker.see({ seq, direction }, message) : {}
  }
  const say = (direction: WireItem['direction'], message: Message) =>
    see(
      direction,
      message.type === 'unknown' ? message.messageType : message.type,
      encodeMessage(message),
    )
  return {
    sent: (message: Message) => say('sent', message),
    received: (message: Message) => say('received', message),
    sentBytes: (type: string, payload: Uint8Array) => see('sent', type, payload),
    receivedBytes: (type: string, payload: Uint8Array) => see('received', type, payload),
  }
}

const item = (kind: number, hash: string) => ({ kind, kindName: 'unknown' as const, hash })
const getheaders = (...locator: string[]): Message => ({
  type: 'getheaders',
  version: 70016,
  locator,
  stopHash: ZEROS,
})
const header = (previousBlock: string, nonce: number) => ({
  version: 1,
  previousBlock,
  merkleRoot: ZEROS,
  time: 0,
  bits: 0,
  nonce,
  hash: '',
  transactionCount: 0n,
})
const headers = (previousBlock: string, count: number): Message => ({
  type: 'headers',
  headers: Array.from({ length: count }, (_, i) => header(previousBlock, i)),
})
/** 80 bytes, and the hash that they have. */
const [GENESIS, GENESIS_HASH] = [
  fromHex(
    '0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4adae5494dffff7f2002000000',
  ),
  '0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206',
]
const EMPTY_BLOCK = concatBytes(GENESIS, Uint8Array.of(0))
/** One input with a witness of one byte, one output. */
const WITNESS_TRANSACTION = Uint8Array.from([
  ...[2, 0, 0, 0, 0, 1, 1],
  ...new Array(36).fill(0),
  ...[0, 255, 255, 255, 255, 1],
  ...[1, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[1, 1, 7],
  ...[0, 0, 0, 0],
])
const filterRange = (stopHash: string) => ({ filterType: 0, startHeight: 1, stopHash })

describe('a ping', () => {
  it('is answered by the pong with its number, either way', () => {
    const { sent, received } = conversation()
    expect(sent({ type: 'ping', nonce: 1n })).toEqual({ asks: { what: 'pong', count: 1 } })
    sent({ type: 'ping', nonce: 2n })
    received({ type: 'ping', nonce: 2n })
    expect(received({ type: 'pong', nonce: 2n })).toEqual({ answers: { seq: 1, count: 1 } })
    expect(received({ type: 'pong', nonce: 1n })).toEqual({ answers: { seq: 0, count: 1 } })
    expect(received({ type: 'pong', nonce: 1n })).toEqual({})
    expect(received({ type: 'pong', nonce: 3n })).toEqual({})
    expect(sent({ type: 'pong', nonce: 2n })).toEqual({ answers: { seq: 2, count: 1 } })
  })
})

describe('a getheaders', () => {
  it('is answered by headers that follow its locator, not by an announcement', () => {
    const { sent, received } = conversation()
    expect(sent(getheaders(A))).toEqual({ asks: { what: 'headers', count: 1 } })
    expect(received(headers(B, 1))).toEqual({})
    expect(received(headers(A, 3))).toEqual({ answers: { seq: 0, count: 1 } })
    expect(received(headers(A, 3))).toEqual({})
  })

  it.each([
    ['none', headers(B, 0)],
    ['more than are ever announced', headers(B, 9)],
  ])('is answered by %s', (_, answer) => {
    const { sent, received } = conversation()
    sent(getheaders(A))
    sent(getheaders(A))
    expect(received(answer).answers).toEqual({ seq: 0, count: 1 })
    expect(received(answer).answers).toEqual({ seq: 1, count: 1 })
  })

  it('of zeros is answered by any, since nobody knows that block', () => {
    const { sent, received } = conversation()
    sent(getheaders(ZEROS))
    expect(received(headers(B, 1)).answers).toEqual({ seq: 0, count: 1 })
  })

  it('of one block by its hash is answered by its header', () => {
    const { sent, receivedBytes } = conversation()
    sent({ type: 'getheaders', version: 1, locator: [], stopHash: GENESIS_HASH })
    const answer = concatBytes(Uint8Array.of(1), GENESIS, Uint8Array.of(0))
    expect(receivedBytes('headers', answer).answers).toEqual({ seq: 0, count: 1 })
  })
})

describe('a getdata', () => {
  it('is answered block by block, and by a notfound for what is not there', () => {
    const { sent, received, receivedBytes } = conversation()
    const inventory = [item(BLOCK, GENESIS_HASH), item(WTX, A), item(WITNESS_TX, B)]
    expect(sent({ type: 'getdata', inventory })).toEqual({
      asks: { what: 'block and transaction', count: 3 },
    })
    expect(receivedBytes('block', EMPTY_BLOCK).answers).toEqual({ seq: 0, count: 1 })
    const missing = [item(WTX, A), item(WITNESS_TX, B), item(WTX, 'cc'.repeat(32))]
    expect(received({ type: 'notfound', inventory: missing }).answers).toEqual({
      seq: 0,
      count: 2,
    })
    expect(receivedBytes('block', EMPTY_BLOCK)).toEqual({})
  })

  it.each([
    ['block', 1],
    ['merkleblock', 6],
    ['cmpctblock', 10],
  ])('is answered by a %s by its hash', (type, restLength) => {
    const { sent, receivedBytes } = conversation()
    const rest = new Uint8Array(restLength)
    sent({ type: 'getdata', inventory: [item(BLOCK, GENESIS_HASH)] })
    const other = concatBytes(new Uint8Array(80), rest)
    expect(receivedBytes(type, other).answers).toBeUndefined()
    expect(receivedBytes(type, GENESIS.subarray(1)).answers).toBeUndefined()
    const whole = concatBytes(GENESIS, rest)
    expect(receivedBytes(type, whole).answers).toEqual({ seq: 0, count: 1 })
  })

  it.each(['txid', 'wtxid'] as const)('is answered by a tx, by its %s', (id) => {
    const { message } = decodeMessage('tx', WITNESS_TRANSACTION)
    if (message.type !== 'tx') throw new Error('no transaction')
    const { txid, wtxid } = message.transaction
    expect(txid).not.toBe(wtxid)
    const { sent, receivedBytes } = conversation()
    sent({ type: 'getdata', inventory: [item(WTX, message.transaction[id])] })
    expect(receivedBytes('tx', WITNESS_TRANSACTION).answers).toEqual({ seq: 0, count: 1 })
    expect(receivedBytes('tx', WITNESS_TRANSACTION).answers).toBeUndefined()
  })

  it('that is sent twice is answered twice', () => {
    const { sent, receivedBytes } = conversation()
    for (let i = 0; i < 2; i++) sent({ type: 'getdata', inventory: [item(BLOCK, GENESIS_HASH)] })
    expect(receivedBytes('block', EMPTY_BLOCK).answers?.seq).toBe(0)
    expect(receivedBytes('block', EMPTY_BLOCK).answers?.seq).toBe(1)
    expect(receivedBytes('block', EMPTY_BLOCK).answers).toBeUndefined()
  })

  it('for nothing asks for nothing', () => {
    expect(conversation().sent({ type: 'getdata', inventory: [] })).toEqual({})
  })
})

describe('everything else that is asked for', () => {
  const inv = (...kinds: number[]): Message => ({
    type: 'inv',
    inventory: kinds.map((kind) => item(kind, A)),
  })
  const addr: Message = { type: 'addr', addresses: [] }
  it.each<[Message, string, Message, Message]>([
    [{ ...getheaders(A), type: 'getblocks' } as Message, 'inventory', inv(BLOCK), inv(WTX)],
    [{ type: 'mempool' }, 'inventory', inv(WTX, WTX), inv(BLOCK)],
    [{ type: 'getaddr' }, 'addresses', addr, { type: 'verack' }],
    [
      { type: 'getcfheaders', ...filterRange(A) },
      'filter headers',
      {
        type: 'cfheaders',
        filterType: 0,
        stopHash: A,
        previousFilterHeader: ZEROS,
        filterHashes: [],
      },
      { type: 'cfheaders', filterType: 0, stopHash: B, previousFilterHeader: B, filterHashes: [] },
    ],
    [
      { type: 'getcfcheckpt', filterType: 0, stopHash: A },
      'filter checkpoints',
      { type: 'cfcheckpt', filterType: 0, stopHash: A, filterHeaders: [] },
      { type: 'cfcheckpt', filterType: 0, stopHash: B, filterHeaders: [] },
    ],
  ])('$0.type is answered by $2.type', (question, what, answer, other) => {
    const { sent, received } = conversation()
    expect(sent(question).asks).toEqual({ what, count: 1 })
    expect(received(other).answers).toBeUndefined()
    expect(sent(answer).answers).toBeUndefined()
    expect(received(answer).answers).toEqual({ seq: 0, count: 1 })
    expect(received(answer).answers).toBeUndefined()
  })

  it('filters are all linked, and the last one settles', () => {
    const { sent, received } = conversation()
    const filter = (blockHash: string): Message => ({
      type: 'cfilter',
      filterType: 0,
      blockHash,
      filter: Uint8Array.of(0),
    })
    expect(sent({ type: 'getcfilters', ...filterRange(B) }).asks?.what).toBe('filters')
    expect(received(filter(A)).answers).toEqual({ seq: 0, count: 0 })
    expect(received(filter(B)).answers).toEqual({ seq: 0, count: 1 })
    expect(received(filter(A)).answers).toBeUndefined()
  })

  it('transactions of a block, by the block', () => {
    const { sentBytes, receivedBytes } = conversation()
    const of = (byte: number) => concatBytes(new Uint8Array(32).fill(byte), Uint8Array.of(0))
    expect(sentBytes('getblocktxn', of(7)).asks).toEqual({ what: 'block transactions', count: 1 })
    expect(receivedBytes('blocktxn', of(8)).answers).toBeUndefined()
    expect(receivedBytes('blocktxn', of(7)).answers).toEqual({ seq: 0, count: 1 })
  })

  it('transactions of an old block, by the whole of it', () => {
    const { sent, receivedBytes } = conversation()
    sent({ type: 'getblocktxn', blockHash: GENESIS_HASH, indexes: [0] })
    expect(receivedBytes('block', EMPTY_BLOCK).answers).toEqual({ seq: 0, count: 1 })
  })

  it('a message that can’t be read has no links', () => {
    const { sentBytes } = conversation()
    expect(sentBytes('ping', new Uint8Array(3))).toEqual({})
    expect(sentBytes('getdata', Uint8Array.of(255))).toEqual({})
  })
})

describe('what is open', () => {
  it('is bounded: the oldest is forgotten', () => {
    const wants = new OpenWants(3 * 2)
    for (let seq = 0; seq < 10; seq++) wants.add(seq, [`key ${seq}`, 'any'])
    expect(wants.size).toBe(3)
    expect(wants.settle(['key 6'])).toBeUndefined()
    expect(wants.settle(['any'])).toBe(7)
    expect(wants.settle(['key 9', 'any'])).toBe(9)
    expect(wants.find('any')).toBe(8)
    expect(wants.size).toBe(1)
  })

  it('takes hundreds of thousands in little time', () => {
    const wants = new OpenWants(1000)
    for (let seq = 0; seq < 300_000; seq++) wants.add(seq, [`key ${seq}`])
    expect(wants.size).toBe(1000)
  })
})

describe('links in a session', () => {
  it.each(['v2', 'v1'] as const)('join what we ask for and what comes back: %s', (transport) => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start({ transport })
    world.advance(1000)
    const since = worker.items().length
    worker.post({ type: 'ping' })
    worker.post({ type: 'ask_headers' })
    world.advance(300)
    const items = worker.items().slice(since)
    const answerTo = (label: string) => {
      const asked = items.find((i) => i.label === label && i.direction === 'sent')
      expect(asked?.asks?.count).toBe(1)
      return items.filter((i) => i.answers !== undefined && i.answers.seq === asked?.seq)
    }
    expect(answerTo('ping').map((i) => i.label)).toEqual(['pong'])
    expect(answerTo('getheaders').map((i) => i.label)).toEqual(['headers'])
  })
})
