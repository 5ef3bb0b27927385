/** Chains of regtest: blocks that a real node accepts, made from a source of random bytes. */

export { type Block, type BlockPlan, makeBlock } from './block.js'
export { Chain } from './chain.js'
export { GENESIS_BLOCK } from './genesis.js'
export { addBlock, addPayment } from './growth.js'
export { type LightChainOptions, lightChain } from './light-chain.js'
export { Mempool, type PendingTransaction } from './mempool.js'
export type { OpenCoin } from './open-coins.js'
export type { RandomBytes } from './random-number.js'
