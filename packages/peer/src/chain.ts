/** The chain that the demo node tells of, as far as it needs to know one. */

import {
  type BlockHeader,
  blockHash,
  type HashedBlockHeader,
  type Transaction,
} from '@v2scope/messages'

/** A block of the chain. */
export interface ChainBlock {
  readonly header: HashedBlockHeader
  /** The coinbase first. */
  readonly transactions: readonly Transaction[]
}

/** What is asked of a chain; hashes are 64 hex digits in display order. It may grow meanwhile. */
export interface ChainView {
  /** Of the last block; the genesis block has 0. */
  readonly height: number
  heightOf(blockHash: string): number | undefined
  blockOf(blockHash: string): ChainBlock | undefined
  /** As getheaders asks for them: at most `max`, up to and with `stopHash`. */
  headersAfter(locator: readonly string[], stopHash: string, max: number): readonly BlockHeader[]
  /** As getblocks asks for them. */
  hashesAfter(locator: readonly string[], stopHash: string, max: number): readonly string[]
  /** From the mempool or the last block, by its txid or its wtxid. */
  transaction(hash: string): Transaction | undefined
}

const HEADER = {
  version: 1,
  previousBlock: '0'.repeat(64),
  merkleRoot: '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b',
  time: 1296688602,
  bits: 0x207fffff,
  nonce: 2,
}

/** The header of regtest's genesis block. */
export const REGTEST_GENESIS: BlockHeader = {
  ...HEADER,
  transactionCount: 0n,
  hash: blockHash(HEADER),
}

/** For a peer without a chain: all that it ever tells is the header of the genesis block. */
export const GENESIS_ALONE: ChainView = {
  height: 0,
  heightOf: (hash) => (hash === REGTEST_GENESIS.hash ? 0 : undefined),
  blockOf: () => undefined,
  headersAfter: () => [REGTEST_GENESIS],
  hashesAfter: () => [],
  transaction: () => undefined,
}
