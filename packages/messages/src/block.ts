/** block: a header and all of its transactions. */

import { blockHeader, type HashedBlockHeader } from './block-header.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { MAX_SERIALIZED_SIZE } from './serialized-size.js'
import { showCount } from './show.js'
import { group, struct } from './struct.js'
import type { Transaction } from './transaction.js'
import { TRANSACTION } from './transaction-layout.js'

export interface BlockMessage {
  readonly type: 'block'
  readonly header: HashedBlockHeader
  /** The coinbase first. */
  readonly transactions: readonly Transaction[]
}

/** The header under one span, its value the hash. */
export const HEADER = group(
  { name: 'header', fieldKey: 'block header' },
  blockHeader,
  ({ hash }) => hash,
)

/** Transactions behind their count. */
export const transactionsOf = (type: 'block' | 'blocktxn') =>
  list<Transaction>(
    {
      name: 'transactions',
      fieldKey: `${type}.transactions`,
      count: { name: 'transaction count', fieldKey: `${type}.transaction count` },
      max: MAX_SERIALIZED_SIZE,
    },
    TRANSACTION,
  )

export const blockCodec: MessageCodec<BlockMessage> = codecOf(
  'block',
  struct({ header: HEADER, transactions: transactionsOf('block') }),
  ({ header, transactions }) => `${header.hash}, ${showCount('transactions', transactions.length)}`,
)
