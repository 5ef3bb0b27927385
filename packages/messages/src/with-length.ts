/** Bytes behind their length, a CompactSize: one span, `length` and the bytes inside it. */

import { readLength, writeWithLength } from './compact-size.js'
import { parseEscaped, showEscaped } from './escaped-text.js'
import type { FieldLabel } from './field.js'
import type { Form } from './form.js'
import type { SpanPart } from './layout.js'
import type { SpanLabel } from './reader.js'
import { showBytes } from './show.js'

/** How many bytes are allowed; both ends are. */
export interface LengthRange {
  readonly min: number
  readonly max: number
}

/** What the bytes are. */
export interface Content<T> {
  /** Of the span behind the length's. */
  readonly name: string
  readonly length: LengthRange
  readonly form: Form
  /** Takes any bytes of a length that is allowed; what it gives shares none with them. */
  readonly decode: (bytes: Uint8Array) => T
  /** @throws Error if the value has no bytes. */
  readonly encode: (value: T) => Uint8Array
  readonly show: (value: T) => string
}

/** The span of the length of the bytes behind it. */
export const LENGTH: SpanLabel = { name: 'length', fieldKey: 'length' }

/** Bytes that stay bytes: a `Uint8Array`. @param initial What a form starts with. */
export function bytesContent(length: LengthRange, initial?: Uint8Array): Content<Uint8Array> {
  return {
    name: 'bytes',
    length,
    form: { kind: 'bytes', ...length, ...(initial === undefined ? {} : { initial }) },
    decode: (bytes) => bytes.slice(),
    encode: (bytes) => bytes,
    show: showBytes,
  }
}

/** Text of a peer, which may be any bytes; see `showEscaped`. */
export function textContent(length: LengthRange, hint: string, initial = ''): Content<string> {
  return {
    name: 'text',
    length,
    form: { kind: 'text', hint, initial, length },
    decode: showEscaped,
    encode: parseEscaped,
    show: String,
  }
}

const tooShort = (length: number, min: number): string =>
  `${length} bytes are below the least of ${min}`

/**
 * Content behind its length.
 *
 * Reading throws `TOO_LONG` and `BAD_VALUE` (too short) at the length; writing throws them, and
 * `BAD_VALUE` where the value has no bytes, at the whole.
 */
export function withLength<T>({ name, fieldKey }: FieldLabel, content: Content<T>): SpanPart<T> {
  const { min, max } = content.length
  return {
    name,
    fieldKey,
    minSize: 1 + min,
    form: content.form,
    read: (reader, as = name) => {
      const read = (): T => {
        const lengthStart = reader.offset
        const length = readLength(reader, LENGTH, max)
        if (length < min) {
          throw reader.error('BAD_VALUE', LENGTH.name, lengthStart, tooShort(length, min))
        }
        const start = reader.offset
        const value = content.decode(reader.take(content.name, length))
        reader.record({ name: content.name, fieldKey }, start, content.show(value))
        return value
      }
      return reader.group({ name: as, fieldKey }, read, content.show)
    },
    write: (writer, value, as = name) => {
      const bytes = writer.encode(as, content, value)
      if (bytes.length < min) throw writer.error('BAD_VALUE', as, tooShort(bytes.length, min))
      writeWithLength(writer, as, bytes, max)
    },
  }
}
