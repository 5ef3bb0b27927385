/** A number that takes 1, 3, 5 or 9 bytes, as a part of a message. */

import { readCompactSize, writeCompactSize } from './compact-size.js'
import type { FieldLabel } from './field.js'
import type { FormUnit } from './form.js'
import type { SpanPart } from './layout.js'

const MAX_UNSIGNED_64 = (1n << 64n) - 1n

/** A CompactSize that counts nothing that follows; 0..2⁶⁴−1. */
export function compactSize(
  { name, fieldKey }: FieldLabel,
  show: (value: bigint) => string = String,
  unit?: FormUnit,
): SpanPart<bigint> {
  return {
    name,
    fieldKey,
    minSize: 1,
    form: {
      kind: 'number',
      big: true,
      min: 0n,
      max: MAX_UNSIGNED_64,
      initial: 0n,
      ...(unit === undefined ? {} : { unit }),
    },
    read: (reader, as = name) => readCompactSize(reader, { name: as, fieldKey }, show),
    write: (writer, value, as = name) => writeCompactSize(writer, as, value),
  }
}
