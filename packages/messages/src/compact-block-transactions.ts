/** getblocktxn and blocktxn (BIP152): what a compact block left out, asked for and sent. */

import { transactionsOf } from './block.js'
import { INDEX_FORM, MAX_INDEXES, NO_INDEX, readIndex, writeIndex } from './compact-block-index.js'
import { type CountLabel, readCount, writeCount } from './compact-size.js'
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

const COUNT: CountLabel = {
  name: 'index count',
  fieldKey: 'getblocktxn.index count',
  max: MAX_INDEXES,
  itemSize: 1,
}

const INDEXES: Part<readonly number[]> = {
  name: 'indexes',
  fieldKey: 'getblocktxn.indexes',
  minSize: 1,
  form: { kind: 'list', item: INDEX_FORM, itemName: 'index', max: MAX_INDEXES },
  read: (reader) => {
    let previous = NO_INDEX
    return Array.from({ length: readCount(reader, COUNT) }, (_, i) => {
      previous = readIndex(reader, { name: `index ${i}`, fieldKey: 'getblocktxn.index' }, previous)
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
  struct({ blockHash: hashField('block hash', 'getblocktxn.block hash'), indexes: INDEXES }),
  ({ blockHash, indexes }) => `${blockHash}, ${showCount('indexes', indexes.length)}`,
)

export const blockTxnCodec: MessageCodec<BlockTxnMessage> = codecOf(
  'blocktxn',
  struct({
    blockHash: hashField('block hash', 'blocktxn.block hash'),
    transactions: transactionsOf('blocktxn'),
  }),
  ({ blockHash, transactions }) =>
    `${blockHash}, ${showCount('transactions', transactions.length)}`,
)
