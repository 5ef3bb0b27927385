/** The one chain of a demo node: made after the start, a little at a time, then growing as time goes by. */

import {
  addBlock,
  addPayment,
  type Block,
  type Chain,
  type PendingTransaction,
} from '@v2scope/chain'
import type { DemoMiner } from '@v2scope/chain/demo'
import { randomBytes, unixTime } from './platform.js'

/** How long making the chain keeps callers waiting at a time, ms; a large block takes longer. */
const SLICE_MS = 10
/** Live blocks after which the chain stays as it is: all of it is in memory. */
const MAX_LIVE_BLOCKS = 5000
/** Between two payments, ms. */
const PAYMENT_EVERY_MS = 15_000
/** Payments that wait for a block; no more are made then. */
const MAX_PENDING = 100
const MS_IN_SECOND = 1000

export interface NodeChainOptions {
  readonly miner: DemoMiner
  /** Seconds between two live blocks; 0: neither blocks nor payments. */
  readonly blockEvery: number
  /** From now on it can be told of. */
  readonly onWhole: () => void
  readonly onBlock: (block: Block, height: number) => void
  readonly onPayment: (payment: PendingTransaction) => void
}

export class NodeChain {
  readonly #options: NodeChainOptions
  readonly #timers: NodeJS.Timeout[] = []
  #slice: NodeJS.Immediate | undefined
  #liveBlocks = 0

  constructor(options: NodeChainOptions) {
    this.#options = options
    this.#slice = setImmediate(() => this.#make())
  }

  get chain(): Chain {
    return this.#options.miner.chain
  }

  /** Whether the chain of the seed is there, up to its last block. */
  get isWhole(): boolean {
    return this.#options.miner.isDone
  }

  /** Adds a block of the present time with all payments that wait for one. */
  addBlock(): void {
    const block = addBlock(this.chain, Math.floor(unixTime()))
    this.#options.onBlock(block, this.chain.height)
  }

  /** Adds a payment that waits for a block. */
  addPayment(): void {
    if (this.chain.mempool.size >= MAX_PENDING) return
    const payment = addPayment(this.chain, randomBytes)
    if (payment) this.#options.onPayment(payment)
  }

  /** Ends its growth. */
  stop(): void {
    clearImmediate(this.#slice)
    for (const timer of this.#timers) clearInterval(timer)
  }

  #make(): void {
    const { miner, blockEvery, onWhole } = this.#options
    const end = performance.now() + SLICE_MS
    while (!miner.isDone && performance.now() < end) miner.mine()
    if (!miner.isDone) {
      this.#slice = setImmediate(() => this.#make())
      return
    }
    onWhole()
    if (blockEvery > 0) this.#live(blockEvery * MS_IN_SECOND)
  }

  /** The first block comes at once: a node that follows waits for a tip of today. */
  #live(blockEveryMs: number): void {
    const block = () => {
      this.#liveBlocks += 1
      if (this.#liveBlocks > MAX_LIVE_BLOCKS) this.stop()
      else this.addBlock()
    }
    block()
    this.#timers.push(
      setInterval(block, blockEveryMs),
      setInterval(() => this.addPayment(), PAYMENT_EVERY_MS),
    )
  }
}
