import type { Message } from '@v2scope/messages'
import { describe, expect, it } from 'vitest'
import { addBlock, addPayment } from '../../chain/src/index.js'
import { DemoAnnouncer } from '../src/demo-announcer.js'
import { DemoSession, newChain } from './demo-session.js'
import { seededRandom } from './pair.js'

const COMPACT = { type: 'sendcmpct', highBandwidth: true, version: 2n } as const
const HEADERS = { type: 'sendheaders' } as const

function caller(...wishes: readonly Message[]): DemoSession {
  const session = new DemoSession(newChain())
  session.ask(...wishes)
  return session
}

/** Lets the caller know the chain up to its tip. */
function catchUp(session: DemoSession): void {
  const locator = [session.chain.tip.header.hash]
  session.ask({ type: 'getheaders', version: 70016, locator, stopHash: '0'.repeat(64) })
}

function newBlock(session: DemoSession): { hash: string; heard: Message[] } {
  const block = addBlock(session.chain, 1_700_000_000)
  session.demo.announceBlock(block, session.chain.height)
  return { hash: block.header.hash, heard: session.heard() }
}

function newPayment(session: DemoSession) {
  const payment = addPayment(session.chain, seededRandom(`payment ${session.chain.mempool.size}`))
  if (!payment) throw new Error('no coin was free')
  session.demo.announceTransaction(payment)
  return { ...payment, heard: session.heard() }
}

const inv = (kind: number, hash: string) => [{ type: 'inv', inventory: [{ kind, hash }] }]

describe('a new block is announced', () => {
  it('by inv to who has said nothing', () => {
    const session = caller()
    catchUp(session)
    const { hash, heard } = newBlock(session)
    expect(heard).toMatchObject(inv(2, hash))
  })

  it('by headers to who has sent sendheaders (BIP130)', () => {
    const session = caller(HEADERS)
    catchUp(session)
    for (let i = 0; i < 3; i++) {
      const { hash, heard } = newBlock(session)
      expect(heard).toMatchObject([{ type: 'headers', headers: [{ hash }] }])
    }
  })

  it('as cmpctblock, unasked, to who wants that (BIP152), and no more once he does not', () => {
    const session = caller(HEADERS, COMPACT)
    catchUp(session)
    const { hash, heard } = newBlock(session)
    expect(heard).toMatchObject([{ type: 'cmpctblock', header: { hash } }])
    session.ask({ ...COMPACT, highBandwidth: false })
    expect(newBlock(session).heard).toMatchObject([{ type: 'headers' }])
  })

  it('not as cmpctblock to who speaks of another version of it', () => {
    const session = caller({ ...COMPACT, version: 1n })
    catchUp(session)
    expect(newBlock(session).heard).toMatchObject([{ type: 'inv' }])
  })

  it('by inv to who does not know the block before it', () => {
    const session = caller(HEADERS, COMPACT)
    expect(newBlock(session).heard).toMatchObject([{ type: 'inv' }])
    expect(newBlock(session).heard).toMatchObject([{ type: 'inv' }])
    catchUp(session)
    expect(newBlock(session).heard).toMatchObject([{ type: 'cmpctblock' }])
  })

  it('to nobody whose connection is over, which is no fault', () => {
    const session = new DemoSession(newChain())
    session.demo.peer.close()
    expect(newBlock(session).heard).toEqual([])
  })
})

describe('a transaction is announced', () => {
  it('by its wtxid to who has sent wtxidrelay (BIP339)', () => {
    const session = caller()
    const { transaction, heard } = newPayment(session)
    expect(heard).toMatchObject(inv(5, transaction.wtxid))
  })

  it('by its txid to who has not', () => {
    const sent: Message[] = []
    const announcer = new DemoAnnouncer(seededRandom('announcer'), (message) => sent.push(message))
    const payment = addPayment(newChain(), seededRandom('payment'))
    if (!payment) throw new Error('no coin was free')
    announcer.announceTransaction(payment)
    expect(sent).toMatchObject(inv(1, payment.transaction.txid))
  })

  it('not to who wants none (BIP37)', () => {
    const session = new DemoSession(newChain(), { relay: false })
    expect(newPayment(session).heard).toEqual([])
  })

  it('not to who wants those alone that pay more (BIP133)', () => {
    const session = caller()
    const { feeRate } = newPayment(session)
    session.ask({ type: 'feefilter', feeRate: feeRate + 1_000_000n })
    expect(newPayment(session).heard).toEqual([])
    session.ask({ type: 'feefilter', feeRate: 0n })
    expect(newPayment(session).heard).toMatchObject([{ type: 'inv' }])
  })
})
