/** A long chain of regtest with transactions of every kind, signed. */

export { DemoMiner, demoChain } from './demo/demo-miner.js'
export { DEMO_HEIGHT, FULL_BLOCK_HEIGHT } from './demo/demo-plan.js'
