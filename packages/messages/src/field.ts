/** One field of fixed size: declared once, used to read, to write, to show it and to ask for it. */

import type { Coder } from './coder.js'
import type { FieldKey } from './field-keys.js'
import type { Form } from './form.js'
import type { SpanPart } from './layout.js'
import type { PayloadReader } from './reader.js'
import type { PayloadWriter } from './writer.js'

/** A field that always takes `size` bytes. */
export interface FixedField<T> extends SpanPart<T> {
  /** Bytes on the wire. */
  readonly size: number
  readonly coder: Coder<T>
  readonly show: (value: T) => string
}

/** What a field is to people. */
export interface FieldLabel {
  readonly name: string
  readonly fieldKey: FieldKey
}

/**
 * Declares a field. `coder` must decode any bytes of its size.
 */
export function fixedField<T>(
  { name, fieldKey }: FieldLabel,
  coder: Coder<T>,
  show: (value: T) => string,
  form: Form,
): FixedField<T> {
  const { size } = coder
  const field: FixedField<T> = {
    name,
    fieldKey,
    size,
    minSize: size,
    coder,
    show,
    form,
    read: (reader: PayloadReader, as = name) =>
      reader.read(as === name ? field : { ...field, name: as }),
    write: (writer: PayloadWriter, value: T, as = name) =>
      writer.write(as === name ? field : { ...field, name: as }, value),
  }
  return field
}
