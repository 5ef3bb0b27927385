/** Fields that hold a number, little-endian unless they say otherwise. */

import type { Coder } from './coder.js'
import { type FieldLabel, type FixedField, fixedField } from './field.js'
import type { FieldKey } from './field-keys.js'
import type { FormChoice, FormUnit } from './form.js'
import { I32LE, I64LE, U8, U16BE, U16LE, U32LE, U64LE } from './little-endian.js'
import { showHex, showTime } from './show.js'

/** What a number is, where it is more than a number. */
export interface NumberMeaning<T> {
  /** How it is written for people; as its `unit` or as plain digits by default. */
  readonly show?: (value: T) => string
  readonly unit?: FormUnit
  /** The values that have a name; others are allowed too. */
  readonly choices?: readonly FormChoice[]
  /** The most that a form allows, where nodes allow less than the field can hold. */
  readonly max?: bigint
  /** What a form starts with; 0 by default. */
  readonly initial?: bigint
}

/** Declares a field; `name` is its span's. */
type NumberField<T> = (
  name: string,
  fieldKey: FieldKey,
  meaning?: NumberMeaning<T>,
) => FixedField<T>

const BYTE_BITS = 8

function numberField<T extends number | bigint>(
  coder: Coder<T>,
  range: { readonly big: boolean; readonly signed: boolean; readonly size: number },
): NumberField<T> {
  const span = 1n << BigInt(BYTE_BITS * range.size)
  const min = range.signed ? -span / 2n : 0n
  const top = min + span - 1n
  const showUnit = {
    time: showTime,
    bits: (value: T) => showHex(value, range.size),
    satoshi: String,
    none: String,
  }
  return (name, fieldKey, { show, unit, choices, initial = 0n, max = top } = {}) => {
    const label: FieldLabel = { name, fieldKey }
    return fixedField(label, coder, show ?? showUnit[unit ?? 'none'], {
      kind: 'number',
      big: range.big,
      min,
      max,
      initial,
      ...(unit === undefined ? {} : { unit }),
      ...(choices === undefined ? {} : { choices }),
    })
  }
}

/** One byte, 0..255. */
export const unsigned8 = numberField(U8, { big: false, signed: false, size: 1 })
/** Two bytes, 0..65535. */
export const unsigned16 = numberField(U16LE, { big: false, signed: false, size: 2 })
/** Two bytes, 0..65535, big-endian. */
export const unsigned16BigEndian = numberField(U16BE, { big: false, signed: false, size: 2 })
/** Four bytes, 0..2³²−1. */
export const unsigned32 = numberField(U32LE, { big: false, signed: false, size: 4 })
/** Four bytes, −2³¹..2³¹−1. */
export const signed32 = numberField(I32LE, { big: false, signed: true, size: 4 })
/** Eight bytes, 0..2⁶⁴−1. */
export const unsigned64 = numberField(U64LE, { big: true, signed: false, size: 8 })
/** Eight bytes, −2⁶³..2⁶³−1. */
export const signed64 = numberField(I64LE, { big: true, signed: true, size: 8 })
