/** Makes the demo chain, block by block, so that whoever makes it can do other things in between. */

import { type Block, makeBlock } from '../block.js'
import { Chain } from '../chain.js'
import { COINBASE_MATURITY } from '../open-coins.js'
import { DEMO_HEIGHT, DemoPlan } from './demo-plan.js'
import { coinsOf } from './wallet.js'

/** Seconds; the first block comes ten minutes after the genesis block (2011). */
const BLOCK_INTERVAL = 600

export class DemoMiner {
  readonly chain = new Chain()
  readonly #seed: string
  #plan: DemoPlan | undefined

  /** @param seed any text; the keys follow from it too */
  constructor(seed: string) {
    this.#seed = seed
  }

  /** Whether the chain is whole. */
  get isDone(): boolean {
    return this.chain.height >= DEMO_HEIGHT
  }

  /** Adds the next block. */
  mine(): Block {
    this.#plan ??= new DemoPlan(this.#seed)
    const { spender } = this.#plan
    const { header } = this.chain.tip
    const height = this.chain.height + 1
    const transactions = height > COINBASE_MATURITY ? this.#plan.transactions(height) : []
    const reward = spender.nextKind()
    const block = makeBlock({
      previousBlock: header.hash,
      height,
      time: header.time + BLOCK_INTERVAL,
      transactions,
      fees: spender.takeFees(),
      payTo: reward.scriptPubKey,
    })
    this.chain.append(block)
    const coins = block.transactions
      .slice(0, 1)
      .flatMap((coinbase) => coinsOf(coinbase, [reward], height))
    for (const coin of coins) spender.wallet.add(coin)
    return block
  }
}

/** The whole chain at once: the same seed gives the same blocks. It takes about a second. */
export function demoChain(seed: string): Chain {
  const miner = new DemoMiner(seed)
  while (!miner.isDone) miner.mine()
  return miner.chain
}
