/** merkleblock (BIP37 §Partial Merkle branch format): proof that transactions are in a block. */

import { HEADER } from './block.js'
import type { HashedBlockHeader } from './block-header.js'
import { HASH_SIZE, hashField } from './hash.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { unsigned32 } from './number-field.js'
import { MAX_SERIALIZED_SIZE } from './serialized-size.js'
import { showCount } from './show.js'
import { struct } from './struct.js'
import { bytesContent, withLength } from './with-length.js'

export interface MerkleBlockMessage {
  readonly type: 'merkleblock'
  readonly header: HashedBlockHeader
  /** Transactions of the whole block, unsigned 32 bits. */
  readonly transactionCount: number
  /** Hashes of the tree, 64 hex digits each, display order, in the order in which it is walked. */
  readonly hashes: readonly string[]
  /** A bit for each node that is walked, the lowest of each byte first. */
  readonly flags: Uint8Array
}

/** As many as fit where no length may be above `MAX_SERIALIZED_SIZE`. */
const MAX_HASHES = MAX_SERIALIZED_SIZE / HASH_SIZE

export const merkleBlockCodec: MessageCodec<MerkleBlockMessage> = codecOf(
  'merkleblock',
  struct({
    header: HEADER,
    transactionCount: unsigned32('transaction count', 'merkleblock.transaction count'),
    hashes: list<string>(
      {
        name: 'hashes',
        fieldKey: 'merkleblock.hashes',
        count: { name: 'hash count', fieldKey: 'merkleblock.hash count' },
        max: MAX_HASHES,
      },
      hashField('hash', 'merkleblock.hash'),
    ),
    flags: withLength(
      { name: 'flags', fieldKey: 'merkleblock.flags' },
      bytesContent({ min: 0, max: MAX_SERIALIZED_SIZE }),
    ),
  }),
  ({ header, transactionCount, hashes }) =>
    `${header.hash}, ${showCount('hashes', hashes.length)}, ${showCount('transaction count', transactionCount)}`,
)
