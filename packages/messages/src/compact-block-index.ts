/**
 * BIP152 §New data structures: places in a block, in ascending order, each written as the
 * transactions between it and the one before it.
 */

import { readCompactSize, writeCompactSize } from './compact-size.js'
import type { Form } from './form.js'
import type { PayloadReader, SpanLabel } from './reader.js'
import type { PayloadWriter } from './writer.js'

/** The last place that there can be: Bitcoin Core keeps them in 16 bits. */
export const MAX_INDEX = 0xffff

/** How many places there are. */
export const MAX_INDEXES = MAX_INDEX + 1

/** What has to be asked for: a place from 0, not a difference. */
export const INDEX_FORM: Form = {
  kind: 'number',
  big: false,
  min: 0n,
  max: BigInt(MAX_INDEX),
  initial: 0n,
}

/** Before the first of them. */
export const NO_INDEX = -1

/**
 * Reads the place after `previous`.
 *
 * @throws MessageError `BAD_VALUE` if it is above 65535.
 */
export function readIndex(reader: PayloadReader, label: SpanLabel, previous: number): number {
  const start = reader.offset
  const toIndex = (difference: bigint) => BigInt(previous + 1) + difference
  const index = toIndex(
    readCompactSize(
      reader,
      label,
      (difference) => `${difference}: transaction ${toIndex(difference)}`,
    ),
  )
  if (index > MAX_INDEX) {
    throw reader.error('BAD_VALUE', label.name, start, `${index} is above ${MAX_INDEX}`)
  }
  return Number(index)
}

/**
 * Adds the place after `previous`.
 *
 * @throws MessageError `BAD_VALUE` if it is not after it, or above 65535.
 */
export function writeIndex(
  writer: PayloadWriter,
  name: string,
  index: number,
  previous: number,
): void {
  if (!Number.isInteger(index) || index <= previous || index > MAX_INDEX) {
    const reason = `${index} is not a whole number above ${previous}, ${MAX_INDEX} at most`
    throw writer.error('BAD_VALUE', name, reason)
  }
  writeCompactSize(writer, name, BigInt(index - previous - 1))
}
