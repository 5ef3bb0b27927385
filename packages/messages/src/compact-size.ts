/** CompactSize: a number in 1, 3, 5 or 9 bytes, as every count and length of the protocol is. */

import { U16LE, U32LE, U64LE } from './little-endian.js'
import type { PayloadReader, SpanLabel } from './reader.js'
import type { PayloadWriter } from './writer.js'

/** The forms above one byte. `least` is the smallest number that may take the form. */
const WIDE_FORMS = [
  { prefix: 0xfd, coder: U16LE, size: 3, least: 0xfd },
  { prefix: 0xfe, coder: U32LE, size: 5, least: 0x1_0000 },
  { prefix: 0xff, coder: U64LE, size: 9, least: 0x1_0000_0000 },
] as const
const FIRST_PREFIX = 0xfd

/** A CompactSize that says how many items, or bytes, follow. */
export interface CountLabel extends SpanLabel {
  /** The most that the protocol allows. */
  readonly max: number
  /** Bytes that one item takes at least: a count that cannot be met is refused at once. */
  readonly itemSize: number
}

/** A number, and a `bigint` only where nine bytes were read: counts and lengths are small. */
function readSize(
  reader: PayloadReader,
  label: SpanLabel,
  show: (value: number | bigint) => string,
): number | bigint {
  const start = reader.offset
  const first = reader.peek() ?? 0
  if (first < FIRST_PREFIX) {
    reader.skip(label.name, 1)
    reader.recordValue(label, start, first, show)
    return first
  }
  const value = readWide(reader, label.name, first)
  reader.recordValue(label, start, value, show)
  return value
}

function readWide(reader: PayloadReader, name: string, prefix: number): number | bigint {
  const start = reader.offset
  const form = WIDE_FORMS.find((wide) => wide.prefix === prefix) ?? WIDE_FORMS[0]
  const value = form.coder.decode(reader.take(name, form.size).subarray(1))
  if (value < form.least) {
    const reason = `${value} is written in ${form.size} bytes, a shorter form exists`
    throw reader.error('NON_CANONICAL_SIZE', name, start, reason)
  }
  return value
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
  return BigInt(readSize(reader, label, (value) => show(BigInt(value))))
}

/**
 * Adds a CompactSize, 0..2⁶⁴−1, in its shortest form.
 *
 * @throws MessageError `BAD_VALUE`
 */
export function writeCompactSize(writer: PayloadWriter, name: string, value: bigint): void {
  const form = WIDE_FORMS.findLast(({ least }) => value >= least)
  const bytes = writer.encode(name, U64LE, value)
  if (form === undefined) writer.append(bytes.subarray(0, 1))
  else writer.append(Uint8Array.of(form.prefix, ...bytes.subarray(0, form.size - 1)))
}

/**
 * Reads how many items follow, and makes sure that so many can be there before any is read.
 *
 * @throws MessageError `TOO_MANY`, `TRUNCATED`, `NON_CANONICAL_SIZE`
 */
export function readCount(reader: PayloadReader, label: CountLabel): number {
  const start = reader.offset
  const count = readSize(reader, label, String)
  if (count > label.max) {
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
  writeSize(writer, label.name, count)
}

/** A count or a length, which is never anything but a number that a CompactSize can have. */
function writeSize(writer: PayloadWriter, name: string, size: number): void {
  if (size < FIRST_PREFIX) writer.append(Uint8Array.of(size))
  else writeCompactSize(writer, name, BigInt(size))
}

/**
 * Reads how many bytes follow, and makes sure that they are there.
 *
 * @throws MessageError `TOO_LONG`, `TRUNCATED`, `NON_CANONICAL_SIZE`
 */
export function readLength(reader: PayloadReader, label: SpanLabel, max: number): number {
  const start = reader.offset
  const length = readSize(reader, label, String)
  if (length > max) {
    const reason = `${length} bytes are above the limit of ${max}`
    throw reader.error('TOO_LONG', label.name, start, reason)
  }
  if (length > reader.remaining) {
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
  writeSize(writer, name, bytes.length)
  writer.append(bytes)
}
