/** getblocktxn and blocktxn (BIP152): what a compact block left out, asked for and sent. */

import { TRANSACTIONS } from './block.js'
import { INDEX_FORM, MAX_INDEXES, NO_INDEX, readIndex, writeIndex } from './compact-block-index.js'
import { readCount, writeCount } from './compact-size.js'
import { hashField } from './hash.js'
import type { Part } from './layout.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { showCount } from './show.js'
import { struct } from './struct.js'
import type { Transaction } from './transaction.js'

export interface GetBlockTxnMessage {
  readonly type: 'getblocktxn'
  /** 64 hex digits, display order. */
  readonly blockHash: string
  /** Places in the block, from 0, ascending, none twice; on the wire as differences. */
  readonly indexes: readonly number[]
}

export interface BlockTxnMessage {
  readonly type: 'blocktxn'
  /** 64 hex digits, display order. */
  readonly blockHash: string
  /** In the order in which getblocktxn asked for them. */
  readonly transactions: readonly Transaction[]
}

const BLOCK_HASH = hashField('block hash', 'block whose transactions these are')
const COUNT = {
  name: 'index count',
  note: 'indexes that follow',
  max: MAX_INDEXES,
  itemSize: 1,
}
const INDEX_NOTE = 'transactions between this one and the one before it in the list'

const INDEXES: Part<readonly number[]> = {
  name: 'indexes',
  note: 'which transactions, by their place in the block, ascending',
  minSize: 1,
  form: { kind: 'list', item: INDEX_FORM, itemName: 'index', max: MAX_INDEXES },
  read: (reader) => {
    let previous = NO_INDEX
    return Array.from({ length: readCount(reader, COUNT) }, (_, i) => {
      previous = readIndex(reader, { name: `index ${i}`, note: INDEX_NOTE }, previous)
      return previous
    })
  },
  write: (writer, indexes) => {
    writeCount(writer, COUNT, indexes.length)
    for (const [i, index] of indexes.entries()) {
      writeIndex(writer, `index ${i}`, index, indexes[i - 1] ?? NO_INDEX)
    }
  },
}

export const getBlockTxnCodec: MessageCodec<GetBlockTxnMessage> = codecOf(
  'getblocktxn',
  struct({ blockHash: BLOCK_HASH, indexes: INDEXES }),
  ({ blockHash, indexes }) => `${showCount(indexes.length, 'transaction')} of ${blockHash}`,
)

export const blockTxnCodec: MessageCodec<BlockTxnMessage> = codecOf(
  'blocktxn',
  struct({ blockHash: BLOCK_HASH, transactions: TRANSACTIONS }),
  ({ blockHash, transactions }) =>
    `${showCount(transactions.length, 'transaction')} of ${blockHash}`,
)
