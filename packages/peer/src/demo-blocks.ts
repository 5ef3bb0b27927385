/** A block in the forms in which it is sent. */

import type { RandomBytes } from '@v2scope/bip324'
import { type Message, shortTransactionId, type Transaction } from '@v2scope/messages'
import type { ChainBlock } from './chain.js'
import { randomU64 } from './random.js'

export const blockMessage = ({ header, transactions }: ChainBlock): Message => ({
  type: 'block',
  header,
  transactions,
})

/** As who asks without BIP144's flag gets it. */
export const withoutWitness = (transaction: Transaction): Transaction => ({
  ...transaction,
  inputs: transaction.inputs.map((input) => ({ ...input, witness: [] })),
  hasWitness: false,
  wtxid: transaction.txid,
})

/** BIP152 version 2: the coinbase, which nobody has, and a short id for each other transaction. */
export function compactBlock({ header, transactions }: ChainBlock, random: RandomBytes): Message {
  const [coinbase, ...others] = transactions
  const nonce = randomU64(random)
  return {
    type: 'cmpctblock',
    header,
    nonce,
    shortIds: others.map(({ wtxid }) => shortTransactionId({ header, nonce }, wtxid)),
    prefilled: coinbase ? [{ index: 0, transaction: coinbase }] : [],
  }
}

/** What a caller misses of a compact block; undefined where it asks for what isn't in the block. */
export function missingTransactions(
  { header, transactions }: ChainBlock,
  indexes: readonly number[],
): Message | undefined {
  const asked = indexes.flatMap((index) => transactions[index] ?? [])
  if (asked.length < indexes.length) return undefined
  return { type: 'blocktxn', blockHash: header.hash, transactions: asked }
}
