/** cmpctblock (BIP152): a block whose transactions the receiver is likely to have already. */

import { HEADER } from './block.js'
import type { HashedBlockHeader } from './block-header.js'
import { type Coder, reversedHex } from './coder.js'
import { INDEX_FORM, MAX_INDEXES, NO_INDEX, readIndex, writeIndex } from './compact-block-index.js'
import { type CountLabel, readCount, writeCount } from './compact-size.js'
import { fixedField } from './field.js'
import type { Form } from './form.js'
import type { Part } from './layout.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { unsigned64 } from './number-field.js'
import type { PayloadReader } from './reader.js'
import { showCount } from './show.js'
import { formField, struct } from './struct.js'
import type { Transaction } from './transaction.js'
import { showTransactionIds, TRANSACTION } from './transaction-layout.js'

/** A transaction that is sent whole, as the receiver is likely to lack it. */
export interface PrefilledTransaction {
  /** Its place in the block, from 0; on the wire as a difference. */
  readonly index: number
  readonly transaction: Transaction
}

export interface CmpctBlockMessage {
  readonly type: 'cmpctblock'
  readonly header: HashedBlockHeader
  /** Unsigned 64 bits; the short ids are made with it. */
  readonly nonce: bigint
  /**
   * Of all transactions that are not prefilled, in the block's order. 12 hex digits each, the
   * highest first: the reverse of the order on the wire. See `shortTransactionId`.
   */
  readonly shortIds: readonly string[]
  /** Ascending by `index`, none twice. */
  readonly prefilled: readonly PrefilledTransaction[]
}

/** SHORTTXIDS_LENGTH of Bitcoin Core. */
const SHORT_ID_SIZE = 6

const SHORT_ID_DIGITS = 2 * SHORT_ID_SIZE
const SHORT_ID_FORM: Form = {
  kind: 'text',
  hint: `${SHORT_ID_DIGITS} hex digits`,
  initial: '0'.repeat(SHORT_ID_DIGITS),
  digits: SHORT_ID_DIGITS,
}
const SHORT_ID_PATTERN = /^[0-9a-f]{12}$/
const idCoder = reversedHex(SHORT_ID_SIZE)
const shortIdCoder: Coder<string> = {
  ...idCoder,
  encode: (id) => {
    if (!SHORT_ID_PATTERN.test(id)) throw new Error('a short id has 12 hex digits')
    return idCoder.encode(id)
  },
}

const SHORT_ID = fixedField(
  { name: 'short id', fieldKey: 'cmpctblock.short id' },
  shortIdCoder,
  String,
  SHORT_ID_FORM,
)
const INDEX = { name: 'index', fieldKey: 'cmpctblock.index' } as const
const PREFILLED_COUNT: CountLabel = {
  name: 'prefilled count',
  fieldKey: 'cmpctblock.prefilled count',
  max: MAX_INDEXES,
  itemSize: 1 + TRANSACTION.minSize,
}

function readPrefilled(reader: PayloadReader): PrefilledTransaction[] {
  let previous = NO_INDEX
  const read = () => {
    previous = readIndex(reader, INDEX, previous)
    return { index: previous, transaction: TRANSACTION.read(reader) }
  }
  return Array.from({ length: readCount(reader, PREFILLED_COUNT) }, (_, i) =>
    reader.group(
      { name: `prefilled ${i}`, fieldKey: 'cmpctblock.prefilled item' },
      read,
      ({ index, transaction }) => `transaction ${index}: ${showTransactionIds(transaction)}`,
    ),
  )
}

const PREFILLED: Part<readonly PrefilledTransaction[]> = {
  name: 'prefilled',
  fieldKey: 'cmpctblock.prefilled',
  minSize: 1,
  form: {
    kind: 'list',
    itemName: 'prefilled',
    max: MAX_INDEXES,
    item: {
      kind: 'group',
      fields: [{ key: 'index', ...INDEX, form: INDEX_FORM }, formField('transaction', TRANSACTION)],
    },
  },
  read: readPrefilled,
  write: (writer, prefilled) => {
    writeCount(writer, PREFILLED_COUNT, prefilled.length)
    for (const [i, { index, transaction }] of prefilled.entries()) {
      writer.group(`prefilled ${i}`, () => {
        writeIndex(writer, INDEX.name, index, prefilled[i - 1]?.index ?? NO_INDEX)
        TRANSACTION.write(writer, transaction)
      })
    }
  },
}

export const cmpctBlockCodec: MessageCodec<CmpctBlockMessage> = codecOf(
  'cmpctblock',
  struct({
    header: HEADER,
    nonce: unsigned64('nonce', 'cmpctblock.nonce', { unit: 'bits' }),
    shortIds: list<string>(
      {
        name: 'short ids',
        fieldKey: 'cmpctblock.short ids',
        count: { name: 'short id count', fieldKey: 'cmpctblock.short id count' },
        max: MAX_INDEXES,
      },
      SHORT_ID,
    ),
    prefilled: PREFILLED,
  }),
  ({ header, shortIds, prefilled }) =>
    `${header.hash}, ${showCount('short ids', shortIds.length)}, ${showCount('prefilled', prefilled.length)}`,
)
