/** A chain of blocks in memory: it only grows, and what is asked of a node can be asked of it. */

import type { BlockHeader, Transaction } from '@v2scope/messages'
import type { Block } from './block.js'
import { GENESIS_BLOCK } from './genesis.js'
import { Mempool } from './mempool.js'
import { OpenCoins } from './open-coins.js'

/** BIP113, and the rule of block times: the median is of this many blocks. */
const MEDIAN_TIME_SPAN = 11

export class Chain {
  readonly mempool = new Mempool()
  readonly openCoins = new OpenCoins()
  readonly #blocks: Block[] = [GENESIS_BLOCK]
  readonly #heights = new Map([[GENESIS_BLOCK.header.hash, 0]])

  /** Of the last block; the genesis block has 0. */
  get height(): number {
    return this.#blocks.length - 1
  }

  get tip(): Block {
    return this.#blocks.at(-1) ?? GENESIS_BLOCK
  }

  /** Adds a block, and takes its transactions out of the mempool. @throws {RangeError} unless it follows the tip */
  append(block: Block): void {
    if (block.header.previousBlock !== this.tip.header.hash) {
      throw new RangeError(`block ${block.header.hash} does not follow the tip of this chain`)
    }
    this.#blocks.push(block)
    this.#heights.set(block.header.hash, this.height)
    this.openCoins.add(block.transactions, this.height)
    this.mempool.remove(block.transactions)
  }

  blockAt(height: number): Block | undefined {
    return this.#blocks[height]
  }

  /** Of the block with this hash (64 hex digits, display order); undefined for one that isn't here. */
  heightOf(hash: string): number | undefined {
    return this.#heights.get(hash)
  }

  blockOf(hash: string): Block | undefined {
    const height = this.heightOf(hash)
    return height === undefined ? undefined : this.#blocks[height]
  }

  /**
   * The headers that getheaders asks for: after the first hash of the locator that is known, else
   * after the genesis block, up to and with `stopHash`. Without a locator: the one of `stopHash`.
   */
  headersAfter(locator: readonly string[], stopHash: string, max: number): BlockHeader[] {
    return this.#range(locator, stopHash, max).map(({ header }) => ({
      ...header,
      transactionCount: 0n,
    }))
  }

  /** The hashes that getblocks asks for, as above. */
  hashesAfter(locator: readonly string[], stopHash: string, max: number): string[] {
    return this.#range(locator, stopHash, max).map(({ header }) => header.hash)
  }

  /** From the mempool or the last block, by its txid or its wtxid. */
  transaction(hash: string): Transaction | undefined {
    const pending = this.mempool.get(hash)?.transaction
    return (
      pending ?? this.tip.transactions.find(({ txid, wtxid }) => txid === hash || wtxid === hash)
    )
  }

  /** Of the last 11 blocks, in seconds from 1970: the next block must be later (BIP113). */
  get medianTimePast(): number {
    const times = this.#blocks.slice(-MEDIAN_TIME_SPAN).map(({ header }) => header.time)
    times.sort((a, b) => a - b)
    return times[Math.floor(times.length / 2)] ?? 0
  }

  #range(locator: readonly string[], stopHash: string, max: number): readonly Block[] {
    const stop = this.heightOf(stopHash)
    if (locator.length === 0) return stop === undefined ? [] : this.#blocks.slice(stop, stop + 1)
    const known = locator.find((hash) => this.#heights.has(hash))
    const first = (known === undefined ? 0 : (this.heightOf(known) ?? 0)) + 1
    const end = stop === undefined || stop < first ? first + max : Math.min(first + max, stop + 1)
    return this.#blocks.slice(first, end)
  }
}
