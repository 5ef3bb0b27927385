/** getheaders and getblocks: "these are the blocks that I know; send what comes after them". */

import { hashField } from './hash.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { signed32 } from './number-field.js'
import { FORM_PROTOCOL_VERSION } from './protocol-version.js'
import { showCount } from './show.js'
import { struct } from './struct.js'

/** MAX_LOCATOR_SZ of Bitcoin Core. */
export const MAX_LOCATOR_HASHES = 101

/** Where a node's chain stands, and up to where it wants to know more. */
export interface BlockLocator {
  /** Protocol version, a signed 32-bit number; not looked at by nodes. */
  readonly version: number
  /** Hashes of blocks of the sender's chain, newest first; at most 101, each in display order. */
  readonly locator: readonly string[]
  /** Hash of the last block wanted, in display order; 64 zeros for as many as there are. */
  readonly stopHash: string
}

/** The answer is a headers of at most 2000. */
export interface GetHeadersMessage extends BlockLocator {
  readonly type: 'getheaders'
}

/** The answer is an inv of at most 500 blocks. */
export interface GetBlocksMessage extends BlockLocator {
  readonly type: 'getblocks'
}

const locatorOf = (type: 'getheaders' | 'getblocks') =>
  struct<BlockLocator>({
    version: signed32('version', 'locator.version', {
      initial: FORM_PROTOCOL_VERSION,
    }),
    locator: list(
      {
        name: 'locator',
        fieldKey: 'locator.locator',
        count: { name: 'locator count', fieldKey: `${type}.locator count` },
        max: MAX_LOCATOR_HASHES,
      },
      hashField('locator hash', 'locator.hash'),
    ),
    stopHash: hashField('stop hash', `${type}.stop hash`),
  })

/** The newest block that is known; without one, what is asked for is told by the stop hash. */
function summarizeLocator({ locator, stopHash }: BlockLocator): string {
  const [newest] = locator
  const count = showCount('locator', locator.length)
  return newest === undefined ? `${count}, stop hash ${stopHash}` : `${count}: ${newest}`
}

export const getHeadersCodec: MessageCodec<GetHeadersMessage> = codecOf(
  'getheaders',
  locatorOf('getheaders'),
  summarizeLocator,
)

export const getBlocksCodec: MessageCodec<GetBlocksMessage> = codecOf(
  'getblocks',
  locatorOf('getblocks'),
  summarizeLocator,
)
