/** A boolean in one byte. */

import type { Coder } from './coder.js'
import { type FixedField, fixedField } from './field.js'
import type { FieldKey } from './field-keys.js'

/** Written as 0 or 1. Read as Bitcoin Core does: any byte but 0 is true. */
const flag: Coder<boolean> = {
  size: 1,
  decode: ([byte]) => byte !== 0,
  encode: (value) => Uint8Array.of(value ? 1 : 0),
}

const showFlag = (value: boolean): string => (value ? 'yes' : 'no')

/** A field of one byte that says yes or no. */
export function flagField(name: string, fieldKey: FieldKey, initial = false): FixedField<boolean> {
  return fixedField({ name, fieldKey }, flag, showFlag, { kind: 'flag', initial })
}
