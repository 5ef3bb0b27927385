/** CompactSize: a number in 1, 3, 5 or 9 bytes, as every count and length of the protocol is. */

import * as P from 'micro-packed'
import type { PayloadReader, SpanLabel } from './reader.js'
import type { PayloadWriter } from './writer.js'

/** The forms above one byte. `least` is the smallest number that may take the form. */
const WIDE_FORMS = [
  { prefix: 0xfd, size: 2, coder: P.bigint(2, true), least: 0xfdn },
  { prefix: 0xfe, size: 4, coder: P.bigint(4, true), least: 0x1_0000n },
  { prefix: 0xff, size: 8, coder: P.U64LE, least: 0x1_0000_0000n },
] as const

/** A CompactSize that says how many items, or bytes, follow. */
export interface CountLabel extends SpanLabel {
  /** The most that the protocol allows. */
  readonly max: number
  /** Bytes that one item takes at least: a count that cannot be met is refused at once. */
  readonly itemSize: number
}

/**
 * Reads a CompactSize.
 *
 * @returns 0..2⁶⁴−1
 * @throws MessageError `TRUNCATED`, `NON_CANONICAL_SIZE`
 */
export function readCompactSize(
  reader: PayloadReader,
  label: SpanLabel,
  show: (value: bigint) => string = String,
): bigint {
  const start = reader.offset
  const first = reader.peek()
  const form = WIDE_FORMS.find(({ prefix }) => prefix === first)
  const bytes = reader.take(label.name, 1 + (form?.size ?? 0))
  const value = form === undefined ? BigInt(first ?? 0) : form.coder.decode(bytes.subarray(1))
  if (form !== undefined && value < form.least) {
    const reason = `${value} is written in ${bytes.length} bytes, a shorter form exists`
    throw reader.error('NON_CANONICAL_SIZE', label.name, start, reason)
  }
  reader.record(label, start, show(value))
  return value
}

/**
 * Adds a CompactSize, 0..2⁶⁴−1, in its shortest form.
 *
 * @throws MessageError `BAD_VALUE`
 */
export function writeCompactSize(writer: PayloadWriter, name: string, value: bigint): void {
  const form = WIDE_FORMS.findLast(({ least }) => value >= least)
  if (form === undefined) {
    writer.append(writer.encode(name, P.bigint(1, true), value))
    return
  }
  const bytes = writer.encode(name, form.coder, value)
  writer.append(Uint8Array.of(form.prefix, ...bytes))
}

/**
 * Reads how many items follow, and makes sure that so many can be there before any is read.
 *
 * @throws MessageError `TOO_MANY`, `TRUNCATED`, `NON_CANONICAL_SIZE`
 */
export function readCount(reader: PayloadReader, label: CountLabel): number {
  const start = reader.offset
  const count = readCompactSize(reader, label)
  if (count > BigInt(label.max)) {
    throw reader.error('TOO_MANY', label.name, start, `${count} is above the limit of ${label.max}`)
  }
  const needed = Number(count) * label.itemSize
  if (needed > reader.remaining) {
    const reason = `${count} items need ${needed} bytes or more, ${reader.remaining} are left`
    throw reader.error('TRUNCATED', label.name, start, reason)
  }
  return Number(count)
}

/** Adds how many items follow. @throws MessageError `TOO_MANY` */
export function writeCount(writer: PayloadWriter, label: CountLabel, count: number): void {
  if (count > label.max) {
    throw writer.error('TOO_MANY', label.name, `${count} is above the limit of ${label.max}`)
  }
  writeCompactSize(writer, label.name, BigInt(count))
}

/**
 * Reads how many bytes follow, and makes sure that they are there.
 *
 * @throws MessageError `TOO_LONG`, `TRUNCATED`, `NON_CANONICAL_SIZE`
 */
export function readLength(reader: PayloadReader, label: SpanLabel, max: number): number {
  const start = reader.offset
  const length = readCompactSize(reader, label)
  if (length > BigInt(max)) {
    throw reader.error(
      'TOO_LONG',
      label.name,
      start,
      `${length} bytes are above the limit of ${max}`,
    )
  }
  if (length > BigInt(reader.remaining)) {
    const reason = `${length} bytes are announced, ${reader.remaining} are left`
    throw reader.error('TRUNCATED', label.name, start, reason)
  }
  return Number(length)
}

/** Adds bytes behind their length. @throws MessageError `TOO_LONG` */
export function writeWithLength(
  writer: PayloadWriter,
  name: string,
  bytes: Uint8Array,
  max: number,
): void {
  if (bytes.length > max) {
    throw writer.error('TOO_LONG', name, `${bytes.length} bytes are above the limit of ${max}`)
  }
  writeCompactSize(writer, name, BigInt(bytes.length))
  writer.append(bytes)
}
