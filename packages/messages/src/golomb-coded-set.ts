/** BIP158 §Golomb-Coded Sets: how a compact filter lies in its bytes. */

import { readCompactSize, readLength, writeWithLength } from './compact-size.js'
import type { Part } from './layout.js'
import { MessageError } from './message-error.js'
import { MAX_PAYLOAD_LENGTH } from './payload-limit.js'
import { PayloadReader, type SpanLabel } from './reader.js'
import { showBytes, showCount } from './show.js'
import { LENGTH } from './with-length.js'

const FILTER = { name: 'filter', fieldKey: 'cfilter.filter' } as const
const ELEMENT_COUNT: SpanLabel = { name: 'element count', fieldKey: 'cfilter.element count' }
const ENCODED_SET: SpanLabel = { name: 'encoded set', fieldKey: 'cfilter.encoded set' }
/** It does not start with an element count. */
const NO_SET: SpanLabel = { name: 'bytes', fieldKey: 'cfilter.no set' }

/** Bytes of the longest CompactSize. */
const COMPACT_SIZE_MAX = 9

/** The set of no elements: an element count of 0. */
const EMPTY_SET = Uint8Array.of(0)

/**
 * How many elements a filter says that it has: the CompactSize at its start; `undefined` where
 * there is none.
 */
export function golombElementCount(filter: Uint8Array): bigint | undefined {
  try {
    return readCompactSize(new PayloadReader(filter), ELEMENT_COUNT)
  } catch (error) {
    if (error instanceof MessageError) return undefined
    throw error
  }
}

function showFilter(filter: Uint8Array): string {
  const count = golombElementCount(filter)
  return count === undefined
    ? showBytes(filter)
    : `${showCount('elements', count)} (${filter.length} B)`
}

function readFilter(reader: PayloadReader): Uint8Array {
  const length = readLength(reader, LENGTH, MAX_PAYLOAD_LENGTH)
  const start = reader.offset
  const size = Math.min(length, COMPACT_SIZE_MAX)
  const head = Uint8Array.from({ length: size }, (_, ahead) => reader.peek(ahead) ?? 0)
  const isSet = golombElementCount(head) !== undefined
  if (isSet) readCompactSize(reader, ELEMENT_COUNT)
  const label = isSet ? ENCODED_SET : NO_SET
  const bytesStart = reader.offset
  const bytes = reader.take(label.name, start + length - bytesStart)
  reader.record(label, bytesStart, showBytes(bytes))
  return reader.since(start).slice()
}

/** A filter behind its length. Any bytes are taken; those that are no set are shown as they are. */
export const GOLOMB_CODED_SET: Part<Uint8Array> = {
  ...FILTER,
  minSize: 1,
  form: { kind: 'bytes', min: 0, max: MAX_PAYLOAD_LENGTH, initial: EMPTY_SET },
  read: (reader) => reader.group(FILTER, () => readFilter(reader), showFilter),
  write: (writer, filter) => writeWithLength(writer, FILTER.name, filter, MAX_PAYLOAD_LENGTH),
}
