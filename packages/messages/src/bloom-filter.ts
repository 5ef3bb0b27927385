/** BIP37: the filters by which a peer says which transactions it wants. */

import type { FormChoice } from './form.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { unsigned8, unsigned32 } from './number-field.js'
import { showCount, showSize } from './show.js'
import { struct } from './struct.js'
import { bytesContent, withLength } from './with-length.js'

/** MAX_BLOOM_FILTER_SIZE of Bitcoin Core, bytes. */
export const MAX_BLOOM_FILTER_LENGTH = 36_000
/** MAX_HASH_FUNCS of Bitcoin Core: a node disconnects a peer that asks for more. */
export const MAX_HASH_FUNCTIONS = 50
/** MAX_SCRIPT_ELEMENT_SIZE of Bitcoin Core, bytes: nothing longer can be matched. */
export const MAX_FILTER_ELEMENT_LENGTH = 520

/** Sets the filter: only transactions that match it are to be announced (BIP37). */
export interface FilterLoadMessage {
  readonly type: 'filterload'
  /** The filter's bits, at most 36,000 bytes. */
  readonly filter: Uint8Array
  /** Unsigned 32 bits; nodes allow 50. */
  readonly hashFunctions: number
  /** Unsigned 32 bits, added to the seed of each hash function. */
  readonly tweak: number
  /** 0..255: what a node adds to the filter when an output matches. */
  readonly flags: number
}

/** Adds one thing that is to match the filter (BIP37). */
export interface FilterAddMessage {
  readonly type: 'filteradd'
  /** At most 520 bytes. */
  readonly element: Uint8Array
}

/** BLOOM_UPDATE_NONE, BLOOM_UPDATE_ALL and BLOOM_UPDATE_P2PUBKEY_ONLY of Bitcoin Core. */
const FLAG_CHOICES: readonly FormChoice[] = [
  { value: 0n, label: 'add nothing' },
  { value: 1n, label: 'add outpoints' },
  { value: 2n, label: 'add outpoints of keys' },
]

function showFlags(flags: number): string {
  const choice = FLAG_CHOICES.find(({ value }) => value === BigInt(flags))
  return choice === undefined ? `flags ${flags}` : `${flags}: ${choice.label}`
}

export const filterLoadCodec: MessageCodec<FilterLoadMessage> = codecOf(
  'filterload',
  struct({
    filter: withLength(
      { name: 'filter', fieldKey: 'filterload.filter' },
      bytesContent({ min: 0, max: MAX_BLOOM_FILTER_LENGTH }),
    ),
    hashFunctions: unsigned32('hash functions', 'filterload.hash functions', {
      max: BigInt(MAX_HASH_FUNCTIONS),
      initial: 1n,
    }),
    tweak: unsigned32('tweak', 'filterload.tweak', {
      unit: 'bits',
    }),
    flags: unsigned8('flags', 'filterload.flags', {
      show: showFlags,
      choices: FLAG_CHOICES,
    }),
  }),
  ({ filter, hashFunctions }) =>
    `${showSize('filter', filter.length)}, ${showCount('hash functions', hashFunctions)}`,
)

export const filterAddCodec: MessageCodec<FilterAddMessage> = codecOf(
  'filteradd',
  struct({
    element: withLength(
      { name: 'element', fieldKey: 'filteradd.element' },
      bytesContent({ min: 0, max: MAX_FILTER_ELEMENT_LENGTH }),
    ),
  }),
  ({ element }) => showSize('element', element.length),
)
