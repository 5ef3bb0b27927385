/** A block, and how the next one is made. */

import type { HashedBlockHeader, Transaction } from '@v2scope/messages'
import { makeCoinbase } from './coinbase.js'
import { merkleRoot } from './merkle-root.js'
import { mine } from './proof-of-work.js'

/** BIP9: the version of a block that signals nothing. */
const BLOCK_VERSION = 0x20000000

export interface Block {
  readonly header: HashedBlockHeader
  /** The coinbase first. */
  readonly transactions: readonly Transaction[]
}

export interface BlockPlan {
  /** 64 hex digits, display order. */
  readonly previousBlock: string
  readonly height: number
  /** Seconds from 1970; must be later than the median of the last 11 blocks. */
  readonly time: number
  /** Behind the coinbase, in an order in which each comes after those that it spends from. */
  readonly transactions: readonly Transaction[]
  /** What those leave to the miner, in satoshis. */
  readonly fees: bigint
  /** The scriptPubKey that the coinbase pays to. */
  readonly payTo: Uint8Array
}

/** Makes a valid block of regtest; that its transactions are valid is the caller's care. */
export function makeBlock(plan: BlockPlan): Block {
  const transactions = [makeCoinbase(plan), ...plan.transactions]
  const header = mine({
    version: BLOCK_VERSION,
    previousBlock: plan.previousBlock,
    merkleRoot: merkleRoot(transactions.map(({ txid }) => txid)),
    time: plan.time,
  })
  return { header, transactions }
}
