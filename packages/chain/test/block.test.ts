import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBlock, Chain, GENESIS_BLOCK, makeBlock } from '../src/index.js'
import { merkleRoot } from '../src/merkle-root.js'
import { ANYONE_SCRIPT } from '../src/script.js'
import { subsidyAt } from '../src/subsidy.js'
import { checkChain } from './check-chain.js'

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))

describe('the subsidy', () => {
  it.each([
    [0, 5_000_000_000n],
    [149, 5_000_000_000n],
    [150, 2_500_000_000n],
    [299, 2_500_000_000n],
    [300, 1_250_000_000n],
    [150 * 32, 1n],
    [150 * 33, 0n],
    [150 * 64, 0n],
  ])('at height %i is %i', (height, satoshis) => {
    expect(subsidyAt(height)).toBe(satoshis)
  })
})

describe('the Merkle root', () => {
  it("is that of the main network's block 100,000", () => {
    const txids = [
      '8c14f0db3df150123e6f3dbbf30f8b955a8249b62ac1d1ff16284aefa3d06d87',
      'fff2525b8931402dd09222c50775608f75787bd2b87e56995a7bdd30f79702c4',
      '6359f0868171b1d194cbee1af2f16ea598ae8fad666d9b012c8ed2b79a236ec4',
      'e9a66845e05d5abc0ad04ec80f774a7e585c6e8db975962d069a522137b80c1d',
    ]
    expect(merkleRoot(txids)).toBe(
      'f3e94742aca4b5ef85488dc37c06c3282295ffec960994b2c0d5ac2a25a95766',
    )
  })

  it('is a lone hash itself, and takes the last of an odd number twice', () => {
    fc.assert(
      fc.property(hash, hash, hash, (a, b, c) => {
        expect(merkleRoot([a])).toBe(a)
        expect(merkleRoot([a, b, c])).toBe(merkleRoot([a, b, c, c]))
        if (a !== b) expect(merkleRoot([a, b])).not.toBe(merkleRoot([b, a]))
      }),
    )
  })

  it('of nothing is refused', () => {
    expect(() => merkleRoot([])).toThrow(RangeError)
  })
})

it("makes regtest's genesis block", () => {
  expect(GENESIS_BLOCK.header).toMatchObject({
    hash: '0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206',
    merkleRoot: '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b',
  })
})

describe('a block', () => {
  it('has its height, subsidy and commitment right at every height up to 520', () => {
    const chain = new Chain()
    for (let height = 1; height <= 520; height++) addBlock(chain, 1_700_000_000 + height)
    checkChain(chain)
  })

  it('is later than the median of the 11 before it, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_500_000_000, max: 1_800_000_000 })), (times) => {
        const chain = new Chain()
        for (const time of times) addBlock(chain, time)
        checkChain(chain)
      }),
      { numRuns: 20 },
    )
  })

  it('must follow the tip', () => {
    const chain = new Chain()
    const plan = { height: 1, time: 1_700_000_000, transactions: [], fees: 0n }
    const stranger = makeBlock({ ...plan, previousBlock: '1'.repeat(64), payTo: ANYONE_SCRIPT })
    expect(() => chain.append(stranger)).toThrow(RangeError)
    expect(chain.height).toBe(0)
  })
})
