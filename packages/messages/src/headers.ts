/** headers: block headers, each with a count of transactions that nobody sends. */

import { BLOCK_HEADER_PARTS, BLOCK_HEADER_SIZE, type HashedBlockHeader } from './block-header.js'
import { compactSize } from './compact-size-field.js'
import { doubleSha256 } from './hash.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { showCount } from './show.js'
import { derived, group, struct } from './struct.js'

/** MAX_HEADERS_RESULTS of Bitcoin Core. */
export const MAX_HEADERS = 2000

/** A header as the headers message has it. */
export interface BlockHeader extends HashedBlockHeader {
  /** The CompactSize behind each header, 0..2⁶⁴−1: always 0 from today's nodes. */
  readonly transactionCount: bigint
}

/** Block headers, each one of the block after the one before it. */
export interface HeadersMessage {
  readonly type: 'headers'
  /** At most 2000. */
  readonly headers: readonly BlockHeader[]
}

const HEADER = derived(
  struct({
    ...BLOCK_HEADER_PARTS,
    transactionCount: compactSize({
      name: 'transaction count',
      fieldKey: 'headers.transaction count',
    }),
  }),
  (fields, bytes) => ({ ...fields, hash: doubleSha256(bytes.subarray(0, BLOCK_HEADER_SIZE)) }),
)

export const headersCodec: MessageCodec<HeadersMessage> = codecOf(
  'headers',
  struct({
    headers: list<BlockHeader>(
      {
        name: 'headers',
        fieldKey: 'headers.headers',
        count: { name: 'count', fieldKey: 'headers.count' },
        max: MAX_HEADERS,
      },
      group({ name: 'header', fieldKey: 'block header' }, HEADER, ({ hash }) => hash),
    ),
  }),
  ({ headers }) => showCount('headers', headers.length),
)
