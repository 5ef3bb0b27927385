/** The 80 bytes at the start of a block, which headers, blocks and compact blocks have in common. */

import { doubleSha256, hashField } from './hash.js'
import type { Layout } from './layout.js'
import { signed32, unsigned32 } from './number-field.js'
import { showHex } from './show.js'
import { derived, type PartsOf, struct } from './struct.js'
import { PayloadWriter } from './writer.js'

/** The fields of a block's 80 bytes. */
export interface BlockHeaderFields {
  /** Signed 32 bits. */
  readonly version: number
  /** 64 hex digits, display order. */
  readonly previousBlock: string
  /** 64 hex digits, display order. */
  readonly merkleRoot: string
  /** Seconds from 1970, unsigned 32 bits. */
  readonly time: number
  /** The target of the proof of work in its compact form, unsigned 32 bits. */
  readonly bits: number
  /** Unsigned 32 bits. */
  readonly nonce: number
}

/** A header and its hash. */
export interface HashedBlockHeader extends BlockHeaderFields {
  /** Double SHA-256 of the 80 bytes, 64 hex digits, display order. Not encoded: it follows. */
  readonly hash: string
}

/** Bytes of a version, as its hex has them. */
const VERSION_SIZE = 4

export const BLOCK_HEADER_PARTS: PartsOf<BlockHeaderFields> = {
  version: signed32('version', 'block header.version', {
    show: (version) => showHex(version >>> 0, VERSION_SIZE),
    unit: 'bits',
  }),
  previousBlock: hashField('previous block', 'block header.previous block'),
  merkleRoot: hashField('merkle root', 'block header.merkle root'),
  time: unsigned32('time', 'block header.time', { unit: 'time' }),
  bits: unsigned32('bits', 'block header.bits', { unit: 'bits' }),
  nonce: unsigned32('nonce', 'block header.nonce'),
}

/** The six fields. */
export const blockHeaderFields = struct(BLOCK_HEADER_PARTS)

/** Bytes of a block header. */
export const BLOCK_HEADER_SIZE = blockHeaderFields.minSize

/** The six fields, and the hash that follows from them. */
export const blockHeader: Layout<HashedBlockHeader> = derived(
  blockHeaderFields,
  (fields, bytes) => ({ ...fields, hash: doubleSha256(bytes) }),
)

/**
 * A block's hash: double SHA-256 of its header, 64 hex digits in display order.
 *
 * @throws MessageError `BAD_VALUE` if a field is out of range.
 */
export function blockHash(header: BlockHeaderFields): string {
  const writer = new PayloadWriter()
  blockHeaderFields.write(writer, header)
  return doubleSha256(writer.finish())
}
