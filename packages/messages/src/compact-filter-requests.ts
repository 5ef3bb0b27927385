/** BIP157: asking for compact filters of blocks, for their headers and for checkpoints. */

import type { FormChoice } from './form.js'
import { hashField } from './hash.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { unsigned8, unsigned32 } from './number-field.js'
import { struct } from './struct.js'

/** Which blocks are asked for. */
export interface CompactFilterRange {
  /** 0..255; 0 is the basic filter of BIP158. */
  readonly filterType: number
  /** Height of the first block, unsigned 32 bits. */
  readonly startHeight: number
  /** Hash of the last block, in display order. */
  readonly stopHash: string
}

/** The answer is a cfilter for each block, at most 1000. */
export interface GetCFiltersMessage extends CompactFilterRange {
  readonly type: 'getcfilters'
}

/** The answer is a cfheaders of at most 2000 blocks. */
export interface GetCFHeadersMessage extends CompactFilterRange {
  readonly type: 'getcfheaders'
}

/** The answer is a cfcheckpt (BIP157). */
export interface GetCFCheckptMessage {
  readonly type: 'getcfcheckpt'
  /** 0..255; 0 is the basic filter of BIP158. */
  readonly filterType: number
  /** Hash of the last block, in display order. */
  readonly stopHash: string
}

/** BIP158 §Block Filters. */
const FILTER_TYPES: readonly FormChoice[] = [{ value: 0n, label: 'basic' }]

/** `basic`, or `type 7` where the number has no name. */
export function showFilterType(filterType: number): string {
  const known = FILTER_TYPES.find(({ value }) => value === BigInt(filterType))
  return known === undefined ? `type ${filterType}` : known.label
}

/** The first field of all six messages. */
export const FILTER_TYPE = unsigned8('filter type', 'compact filter.type', {
  show: showFilterType,
  choices: FILTER_TYPES,
})

const START_HEIGHT = unsigned32('start height', 'filter request.start height')

const STOP_HASH = hashField('stop hash', 'filter request.stop hash')

const rangeCodec = <T extends string>(type: T) =>
  codecOf(
    type,
    struct({ filterType: FILTER_TYPE, startHeight: START_HEIGHT, stopHash: STOP_HASH }),
    ({ filterType, startHeight, stopHash }) =>
      `${showFilterType(filterType)}, start height ${startHeight}, stop hash ${stopHash}`,
  )

export const getCFiltersCodec: MessageCodec<GetCFiltersMessage> = rangeCodec('getcfilters')
export const getCFHeadersCodec: MessageCodec<GetCFHeadersMessage> = rangeCodec('getcfheaders')

export const getCFCheckptCodec: MessageCodec<GetCFCheckptMessage> = codecOf(
  'getcfcheckpt',
  struct({ filterType: FILTER_TYPE, stopHash: STOP_HASH }),
  ({ filterType, stopHash }) => `${showFilterType(filterType)}, stop hash ${stopHash}`,
)
