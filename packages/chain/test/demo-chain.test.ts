import { describeScript, encodeMessage } from '@v2scope/messages'
import { beforeAll, describe, expect, it } from 'vitest'
import { OUTPUT_TYPES } from '../../../test/support/output-types.js'
import { DEMO_HEIGHT, demoChain, FULL_BLOCK_HEIGHT } from '../src/demo.js'
import type { Chain } from '../src/index.js'
import { blockWeight, checkChain } from './check-chain.js'

const SEED = 'v2scope'
const TIP = '67237a1bf28a0771d2860a101ed496a10ffac1cb154e1aa5a85875f04ce81ab2'

let chain: Chain
beforeAll(() => {
  chain = demoChain(SEED)
})

const blocks = () => Array.from({ length: chain.height }, (_, i) => chain.blockAt(i + 1))
const transactions = () => blocks().flatMap((block) => block?.transactions ?? [])
const typeOf = (script: Uint8Array) => describeScript(script, 'regtest').type

describe('the demo chain', () => {
  it('is the same for the same seed', () => {
    expect(chain.height).toBe(DEMO_HEIGHT)
    expect(chain.tip.header.hash).toBe(TIP)
    expect(demoChain('another').tip.header.hash).not.toBe(TIP)
  })

  it('keeps the rules, whatever the seed', () => {
    checkChain(chain)
    checkChain(demoChain('another'))
  })

  it('has outputs of every type, and spends every type that can be spent', () => {
    const outputs = new Map<string, string>()
    const spent = new Set<string>()
    for (const { txid, inputs, outputs: created } of transactions()) {
      for (const { previousTxid, previousIndex } of inputs) {
        const type = outputs.get(`${previousTxid}:${previousIndex}`)
        if (type !== undefined) spent.add(type)
      }
      for (const [index, { scriptPubKey }] of created.entries()) {
        outputs.set(`${txid}:${index}`, typeOf(scriptPubKey))
      }
    }
    expect([...new Set(outputs.values())].sort()).toEqual(OUTPUT_TYPES)
    expect([...spent].sort()).toEqual(OUTPUT_TYPES.filter((type) => type !== 'nulldata'))
  })

  it('spends taproot outputs by their key and by a script', () => {
    const witnesses = transactions().flatMap(({ inputs }) => inputs.map(({ witness }) => witness))
    const isControlBlock = (item: Uint8Array | undefined) =>
      item !== undefined && (item.length === 33 || item.length === 65) && (item[0] ?? 0) >= 0xc0
    expect(witnesses.some((witness) => witness.length === 1 && witness[0]?.length === 64)).toBe(
      true,
    )
    expect(witnesses.some((witness) => witness.length === 3 && isControlBlock(witness[2]))).toBe(
      true,
    )
  })

  it('has one block of just under 4,000,000 bytes, and the others are far from it', () => {
    const sizes = blocks().map((block) =>
      block ? encodeMessage({ type: 'block', ...block }).length : 0,
    )
    const full = sizes[FULL_BLOCK_HEIGHT - 1] ?? 0
    expect(full).toBeGreaterThan(3_990_000)
    expect(full).toBeLessThanOrEqual(4_000_000)
    expect(sizes.filter((size) => size > 200_000)).toEqual([full])
    const block = chain.blockAt(FULL_BLOCK_HEIGHT)
    expect(block && blockWeight(block)).toBeLessThanOrEqual(4_000_000)
  })

  it('has transactions of more than 100 inputs, of more than 100 outputs, and of 100,000 bytes', () => {
    const all = transactions()
    expect(Math.max(...all.map(({ inputs }) => inputs.length))).toBeGreaterThanOrEqual(100)
    const outputCounts = all.map(({ outputs }) => outputs.length)
    expect(outputCounts.filter((count) => count >= 100).length).toBeGreaterThanOrEqual(2)
    const sizes = all.map((transaction) => encodeMessage({ type: 'tx', transaction }).length)
    expect(sizes.filter((size) => size > 95_000 && size < 200_000)).toHaveLength(2)
  })
})
