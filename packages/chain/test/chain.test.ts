import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addBlock, addPayment, type Chain, lightChain } from '../src/index.js'
import { checkChain } from './check-chain.js'
import { seeded } from './seeded.js'

const NO_STOP = '0'.repeat(64)
const STRANGER = '1'.repeat(64)
const ENDLESS = 1000

let chain: Chain
const hashAt = (height: number) => chain.blockAt(height)?.header.hash ?? NO_STOP

beforeAll(() => {
  chain = lightChain(seeded('a chain'))
})

describe('what getheaders asks for', () => {
  it('follows the first hash of the locator that is known, up to the stop hash or the most', () => {
    const height = fc.integer({ min: 0, max: 112 })
    fc.assert(
      fc.property(height, height, fc.integer({ min: 1, max: 200 }), (from, stop, max) => {
        const locator = [STRANGER, hashAt(from), hashAt(0)]
        const headers = chain.headersAfter(locator, hashAt(stop), max)
        const end = stop > from ? stop : chain.height
        const expected = Array.from({ length: Math.min(max, end - from) }, (_, i) =>
          hashAt(from + 1 + i),
        )
        expect(headers.map((header) => header.hash)).toEqual(expected)
        expect(chain.hashesAfter(locator, hashAt(stop), max)).toEqual(expected)
      }),
    )
  })

  it('begins after the genesis block where none of the locator is known', () => {
    expect(chain.headersAfter([STRANGER], NO_STOP, 1)[0]?.hash).toBe(hashAt(1))
  })

  it('is the one header of the stop hash where there is no locator', () => {
    expect(chain.headersAfter([], hashAt(7), 9).map(({ hash }) => hash)).toEqual([hashAt(7)])
    expect(chain.headersAfter([], STRANGER, 9)).toEqual([])
  })
})

it('knows its blocks by hash and by height', () => {
  expect(chain.heightOf(hashAt(50))).toBe(50)
  expect(chain.blockOf(hashAt(50))).toBe(chain.blockAt(50))
  expect(chain.blockOf(STRANGER)).toBeUndefined()
  expect(chain.tip).toBe(chain.blockAt(112))
})

describe('a light chain', () => {
  it('is the same for the same random bytes, and another for others', () => {
    expect(lightChain(seeded('a chain')).tip).toEqual(chain.tip)
    expect(lightChain(seeded('another')).tip.header.hash).not.toBe(chain.tip.header.hash)
  })

  it('keeps the rules, with payments in it, for any seed and length', () => {
    const blocks = fc.integer({ min: 1, max: 140 })
    fc.assert(
      fc.property(fc.string(), blocks, (seed, count) =>
        checkChain(lightChain(seeded(seed), { blocks: count })),
      ),
      { numRuns: 10 },
    )
    const payments = Array.from(
      { length: 12 },
      (_, i) => chain.blockAt(101 + i)?.transactions.length ?? 0,
    )
    expect(Math.max(...payments)).toBeGreaterThan(1)
  })

  it('ends at the time that it is given', () => {
    const tipTime = 1_790_000_000
    expect(lightChain(seeded('a chain'), { tipTime }).tip.header.time).toBe(tipTime)
    const withFraction = lightChain(seeded('a chain'), { tipTime: tipTime + 0.5 })
    expect(withFraction.tip.header.time).toBe(tipTime)
  })
})

describe('a payment', () => {
  it('is found by txid and wtxid until a block after the one that has it', () => {
    const growing = lightChain(seeded('payments'))
    const { transaction, fee } = addPayment(growing, seeded('a payment')) ?? {
      transaction: undefined,
    }
    if (!transaction || fee === undefined) throw new Error('no coin was free')
    expect(growing.transaction(transaction.txid)).toBe(transaction)
    const block = addBlock(growing, 0)
    expect(block.transactions[1]).toBe(transaction)
    expect(growing.mempool.size).toBe(0)
    expect(growing.transaction(transaction.wtxid)).toBe(transaction)
    addBlock(growing, 0)
    expect(growing.transaction(transaction.txid)).toBeUndefined()
    checkChain(growing)
  })

  it('spends no coin that another one spends already, and there is none where no coin is free', () => {
    const growing = lightChain(seeded('payments'))
    const random = seeded('many payments')
    let count = 0
    while (count < ENDLESS && addPayment(growing, random)) count += 1
    expect(count).toBeLessThan(ENDLESS)
    expect(growing.mempool.size).toBe(count)
    addBlock(growing, 0)
    checkChain(growing)
    expect(count).toBeGreaterThan(5)
  })
})
