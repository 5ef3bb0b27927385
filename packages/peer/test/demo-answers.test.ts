import {
  encodeMessage,
  inventoryKindName,
  type Message,
  shortTransactionId,
} from '@v2scope/messages'
import { beforeAll, describe, expect, it } from 'vitest'
import { addPayment, type Block, type Chain } from '../../chain/src/index.js'
import { demoAddresses } from '../src/demo-addresses.js'
import { DemoSession, newChain } from './demo-session.js'
import { seededRandom } from './pair.js'

const NO_STOP = '0'.repeat(64)
const STRANGER = '1'.repeat(64)
const KINDS = { tx: 1, block: 2, filtered: 3, compact: 4, wtx: 5 }
const WITNESS = 0x40000000

let chain: Chain
beforeAll(() => {
  chain = newChain()
})

const item = (kind: number, hash: string) => ({ kind, kindName: inventoryKindName(kind), hash })
const getData = (...inventory: ReturnType<typeof item>[]): Message => ({
  type: 'getdata',
  inventory,
})
const getHeaders = (...locator: string[]): Message => ({
  type: 'getheaders',
  version: 70016,
  locator,
  stopHash: NO_STOP,
})
const blockAt = (height: number): Block => {
  const block = chain.blockAt(height)
  if (!block) throw new Error(`no block at ${height}`)
  return block
}
/** The newest block with a payment, within `depth` of the tip. */
function paidBlock(depth: number): Block {
  for (let height = chain.height; height >= chain.height - depth; height--) {
    if (blockAt(height).transactions.length > 1) return blockAt(height)
  }
  throw new Error('no payment')
}

it('says the height of its chain in its version', () => {
  expect(new DemoSession(chain).caller.peer.peerVersion?.startHeight).toBe(chain.height)
})

it('gives headers, and the hashes that getblocks asks for', () => {
  const session = new DemoSession(chain)
  const from = blockAt(100).header.hash
  const expected = Array.from({ length: 12 }, (_, i) => blockAt(101 + i).header.hash)
  const [headers] = session.ask(getHeaders(STRANGER, from))
  expect(headers).toMatchObject({ type: 'headers', headers: expected.map((hash) => ({ hash })) })
  const getblocks = {
    type: 'getblocks',
    version: 70016,
    locator: [from],
    stopHash: NO_STOP,
  } as const
  const inventory = expected.map((hash) => item(KINDS.block, hash))
  expect(session.ask(getblocks)).toEqual([{ type: 'inv', inventory }])
})

it('gives no headers to who has them all, in an empty message', () => {
  const session = new DemoSession(chain)
  expect(session.ask(getHeaders(chain.tip.header.hash))).toEqual([{ type: 'headers', headers: [] }])
})

describe('a block', () => {
  it('comes with its witnesses or without, as it was asked for', () => {
    const session = new DemoSession(chain)
    const { header, transactions } = paidBlock(11)
    const [whole] = session.ask(getData(item(KINDS.block + WITNESS, header.hash)))
    expect(whole).toEqual({ type: 'block', header, transactions })
    const [bare] = session.ask(getData(item(KINDS.block, header.hash)))
    expect(bare).toMatchObject({ header, transactions: transactions.map(({ txid }) => ({ txid })) })
    const inputs = bare?.type === 'block' ? bare.transactions.flatMap((tx) => tx.inputs) : []
    expect(inputs.filter(({ witness }) => witness.length > 0)).toEqual([])
  })

  it('comes in its compact form from the newest six alone', () => {
    const session = new DemoSession(chain)
    const depths = [0, 5, 6].map((depth) => blockAt(chain.height - depth).header.hash)
    const answers = session.ask(...depths.map((hash) => getData(item(KINDS.compact, hash))))
    expect(answers.map(({ type }) => type)).toEqual(['cmpctblock', 'cmpctblock', 'block'])
  })

  it('in its compact form can be put together with what getblocktxn gives', () => {
    const session = new DemoSession(chain)
    const { header, transactions } = paidBlock(5)
    const [compact] = session.ask(getData(item(KINDS.compact, header.hash)))
    if (compact?.type !== 'cmpctblock') throw new Error('no compact block')
    expect(compact.prefilled).toEqual([{ index: 0, transaction: transactions[0] }])
    expect(compact.shortIds).toEqual(
      transactions.slice(1).map(({ wtxid }) => shortTransactionId(compact, wtxid)),
    )
    const indexes = transactions.map((_, index) => index).slice(1)
    const [missing] = session.ask({ type: 'getblocktxn', blockHash: header.hash, indexes })
    expect(missing).toEqual({
      type: 'blocktxn',
      blockHash: header.hash,
      transactions: transactions.slice(1),
    })
  })

  it('is sent whole where transactions of an old one are asked for', () => {
    const session = new DemoSession(chain)
    const ask = (depth: number) => {
      const blockHash = blockAt(chain.height - depth).header.hash
      return session.ask({ type: 'getblocktxn', blockHash, indexes: [0] })[0]?.type
    }
    expect([ask(10), ask(11)]).toEqual(['blocktxn', 'block'])
  })

  it.each<[string, Message]>([
    [
      'for a header that nobody has',
      { type: 'getheaders', version: 1, locator: [], stopHash: STRANGER },
    ],
    ['that nobody has', getData(item(KINDS.block, STRANGER))],
    ['behind a filter, which it takes none', getData(item(KINDS.filtered, NO_STOP))],
    ['in a compact form, of nothing', getData(item(KINDS.compact, STRANGER))],
    [
      'whose transactions are asked for',
      { type: 'getblocktxn', blockHash: STRANGER, indexes: [0] },
    ],
  ])('%s gets silence, and the connection stays', (_, message) => {
    const session = new DemoSession(chain)
    expect(session.ask(message, { type: 'ping', nonce: 7n })).toEqual([{ type: 'pong', nonce: 7n }])
  })

  it('asked for beyond its end gets silence', () => {
    const session = new DemoSession(chain)
    const blockHash = chain.tip.header.hash
    expect(session.ask({ type: 'getblocktxn', blockHash, indexes: [0, 60_000] })).toEqual([])
  })
})

describe('a transaction', () => {
  it('comes from the mempool by each kind of its hash, and is notfound by the wrong one', () => {
    const growing = newChain()
    const payment = addPayment(growing, seededRandom('payment'))
    if (!payment) throw new Error('no coin was free')
    const { transaction } = payment
    const session = new DemoSession(growing)
    const { txid, wtxid } = transaction
    const asked = [item(KINDS.wtx, wtxid), item(KINDS.tx + WITNESS, txid), item(KINDS.tx, txid)]
    const answers = session.ask(getData(...asked))
    const ids = answers.map((answer) => (answer.type === 'tx' ? answer.transaction.wtxid : ''))
    expect(ids).toEqual([wtxid, wtxid, txid])
    const wrong = [item(KINDS.wtx, txid), item(KINDS.tx, wtxid)]
    expect(session.ask(getData(...wrong))).toEqual([{ type: 'notfound', inventory: wrong }])
  })

  it('that nobody has is notfound, after all that was asked for with it', () => {
    const session = new DemoSession(chain)
    const unknown = [item(KINDS.tx, STRANGER), item(KINDS.wtx, NO_STOP)]
    const asked = [unknown[0], item(KINDS.block, chain.tip.header.hash), unknown[1]]
    const answers = session.ask(getData(...asked.flatMap((one) => one ?? [])))
    expect(answers.map(({ type }) => type)).toEqual(['block', 'notfound'])
    expect(answers[1]).toEqual({ type: 'notfound', inventory: unknown })
  })
})

describe('addresses', () => {
  it('come once a connection, of every network, and lead nowhere', () => {
    const session = new DemoSession(chain)
    const [answer] = session.ask({ type: 'getaddr' })
    const entries = answer?.type === 'addrv2' ? answer.addresses : []
    const networks = new Set(entries.map(({ networkName }) => networkName))
    expect([...networks].sort()).toEqual(['cjdns', 'i2p', 'ipv4', 'ipv6', 'torv3'])
    expect(session.ask({ type: 'getaddr' })).toEqual([])
  })

  it('are of IPv4 and IPv6 alone for who does not speak BIP155', () => {
    const answer = demoAddresses({ isV2: false, time: 1_700_000_000, services: 9n })
    const addresses = answer.type === 'addr' ? answer.addresses.map(({ address }) => address) : []
    expect(addresses).toEqual(['192.0.2.1', '198.51.100.7', '203.0.113.42', '2001:db8::1'])
    expect(() => encodeMessage(answer)).not.toThrow()
  })
})

it('leaves unanswered what it does not offer, and stays', () => {
  const session = new DemoSession(chain)
  const answers = session.ask(
    { type: 'mempool' },
    { type: 'filterclear' },
    { type: 'ping', nonce: 1n },
  )
  expect(answers).toEqual([{ type: 'pong', nonce: 1n }])
})

describe('a paced peer', () => {
  it('answers one thing at a time, in order, when it is told to, and pings at once', () => {
    const session = new DemoSession(chain, {}, { isPaced: true })
    const hashes = [3, 2, 1].map((height) => blockAt(height).header.hash)
    const answers = session.ask(
      getData(...hashes.map((hash) => item(KINDS.block, hash)), item(KINDS.tx, STRANGER)),
      getHeaders(chain.tip.header.hash),
      { type: 'ping', nonce: 5n },
    )
    expect(answers).toEqual([{ type: 'pong', nonce: 5n }])
    expect(session.demo.waitingRequests).toBe(4 + 2)
    for (const hash of hashes) {
      expect(session.demo.serveNext()).toBe(true)
      expect(session.heard()).toMatchObject([{ type: 'block', header: { hash } }])
    }
    session.demo.serveNext()
    expect(session.heard()).toMatchObject([{ type: 'notfound' }])
    session.demo.serveNext()
    expect(session.heard()).toMatchObject([{ type: 'headers' }])
    expect(session.demo.serveNext()).toBe(false)
    expect(session.demo.waitingRequests).toBe(0)
  })

  it('counts what a request holds while it waits', () => {
    const session = new DemoSession(chain, {}, { isPaced: true })
    const indexes = Array.from({ length: 1000 }, (_, i) => i)
    session.ask({ type: 'getblocktxn', blockHash: STRANGER, indexes })
    expect(session.demo.waitingRequests).toBe(1001)
    session.demo.serveNext()
    expect(session.demo.waitingRequests).toBe(0)
  })
})
