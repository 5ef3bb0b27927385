/** BIP157: compact filters of blocks, their hashes, headers and checkpoints. */

import { FILTER_TYPE, showFilterType } from './compact-filter-requests.js'
import { GOLOMB_CODED_SET, golombElementCount } from './golomb-coded-set.js'
import { HASH_SIZE, hashField } from './hash.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { MAX_PAYLOAD_LENGTH } from './payload-limit.js'
import { showCount, showSize } from './show.js'
import { struct } from './struct.js'

/** BIP157 §cfheaders. */
export const MAX_FILTER_HASHES = 2000
/** As many as fit; a chain has one for each thousand blocks. */
export const MAX_FILTER_CHECKPOINTS = Math.floor(MAX_PAYLOAD_LENGTH / HASH_SIZE)

/** The filter of one block. */
export interface CFilterMessage {
  readonly type: 'cfilter'
  /** 0..255; 0 is the basic filter of BIP158. */
  readonly filterType: number
  /** 64 hex digits, display order. */
  readonly blockHash: string
  /** A Golomb-Rice coded set behind the number of its elements (BIP158); at most 4,000,000 bytes. */
  readonly filter: Uint8Array
}

/** What the filter headers of a range of blocks follow from. */
export interface CFHeadersMessage {
  readonly type: 'cfheaders'
  /** 0..255; 0 is the basic filter of BIP158. */
  readonly filterType: number
  /** Hash of the last block, in display order. */
  readonly stopHash: string
  /** Of the block before the first one, in display order. */
  readonly previousFilterHeader: string
  /** Double SHA-256 of each filter, in display order; at most 2000. */
  readonly filterHashes: readonly string[]
}

/** Filter headers far apart, between which ranges can be asked for. */
export interface CFCheckptMessage {
  readonly type: 'cfcheckpt'
  /** 0..255; 0 is the basic filter of BIP158. */
  readonly filterType: number
  /** Hash of the last block, in display order. */
  readonly stopHash: string
  /** Filter headers of the blocks 1000, 2000, and so on, each in display order; at most 125,000. */
  readonly filterHeaders: readonly string[]
}

/** The last block that was asked for. */
const STOP_HASH = hashField('stop hash', 'filter answer.stop hash')

export const cFilterCodec: MessageCodec<CFilterMessage> = codecOf(
  'cfilter',
  struct({
    filterType: FILTER_TYPE,
    blockHash: hashField('block hash', 'cfilter.block hash'),
    filter: GOLOMB_CODED_SET,
  }),
  ({ filterType, blockHash, filter }) => {
    const count = golombElementCount(filter)
    const size =
      count === undefined ? showSize('filter', filter.length) : showCount('elements', count)
    return `${showFilterType(filterType)}, ${size}, ${blockHash}`
  },
)

export const cfHeadersCodec: MessageCodec<CFHeadersMessage> = codecOf(
  'cfheaders',
  struct({
    filterType: FILTER_TYPE,
    stopHash: STOP_HASH,
    previousFilterHeader: hashField('previous filter header', 'cfheaders.previous filter header'),
    filterHashes: list(
      {
        name: 'filter hashes',
        fieldKey: 'cfheaders.filter hashes',
        count: { name: 'count', fieldKey: 'cfheaders.count' },
        max: MAX_FILTER_HASHES,
      },
      hashField('filter hash', 'cfheaders.filter hash'),
    ),
  }),
  ({ filterType, filterHashes }) =>
    `${showFilterType(filterType)}, ${showCount('filter hashes', filterHashes.length)}`,
)

export const cfCheckptCodec: MessageCodec<CFCheckptMessage> = codecOf(
  'cfcheckpt',
  struct({
    filterType: FILTER_TYPE,
    stopHash: STOP_HASH,
    filterHeaders: list(
      {
        name: 'filter headers',
        fieldKey: 'cfcheckpt.filter headers',
        count: { name: 'count', fieldKey: 'cfcheckpt.count' },
        max: MAX_FILTER_CHECKPOINTS,
      },
      hashField('filter header', 'cfcheckpt.filter header'),
    ),
  }),
  ({ filterType, filterHeaders }) =>
    `${showFilterType(filterType)}, ${showCount('filter headers', filterHeaders.length)}`,
)
