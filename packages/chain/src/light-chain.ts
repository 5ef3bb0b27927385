/** A small chain for a simulated session, made in a few milliseconds and without a key. */

import { Chain } from './chain.js'
import { addBlock, addPayment } from './growth.js'
import { COINBASE_MATURITY } from './open-coins.js'
import { type RandomBytes, randomBelow } from './random-number.js'

/** Seconds. */
const BLOCK_INTERVAL = 600
const DEFAULT_BLOCKS = COINBASE_MATURITY + 12
const MAX_PAYMENTS = 3

export interface LightChainOptions {
  /** Behind the genesis block; the first reward can be spent in block 101. Default 112. */
  readonly blocks?: number
  /** Of the last block, in seconds from 1970; the others are ten minutes apart. Default: from the genesis block on. */
  readonly tipTime?: number
}

/** A valid chain of regtest: the same source of random bytes gives the same blocks. */
export function lightChain(random: RandomBytes, options: LightChainOptions = {}): Chain {
  const chain = new Chain()
  const { blocks = DEFAULT_BLOCKS } = options
  const genesisTime = chain.tip.header.time
  const start =
    options.tipTime === undefined ? genesisTime : options.tipTime - blocks * BLOCK_INTERVAL
  for (let height = 1; height <= blocks; height++) {
    const count = height > COINBASE_MATURITY ? randomBelow(random, MAX_PAYMENTS + 1) : 0
    for (let i = 0; i < count; i++) addPayment(chain, random)
    addBlock(chain, start + height * BLOCK_INTERVAL)
  }
  return chain
}
