/**
 * What has to be asked for to make a message: derived from its codec, drawn by whoever asks.
 * A form is data, can be cloned, and says nothing of how it looks.
 */

import type { FieldKey } from './field-keys.js'

/** A choice of a number by name: `{ value: 2n, label: 'block' }`. */
export interface FormChoice {
  readonly value: bigint
  readonly label: string
}

/**
 * `time`: seconds from 1970; `satoshi`: 100,000,000 make a bitcoin; `bits`: no quantity but flags or
 * random bits, best in hex.
 */
export type FormUnit = 'time' | 'satoshi' | 'bits'

/** How one value is asked for; `kind` says what the value is. */
export type Form =
  /** The value is a `number`, or where `big` a `bigint`; both ends are allowed. */
  | {
      readonly kind: 'number'
      readonly big: boolean
      readonly min: bigint
      readonly max: bigint
      readonly unit?: FormUnit
      readonly choices?: readonly FormChoice[]
      readonly initial: bigint
    }
  /** The value is a `boolean`. */
  | { readonly kind: 'flag'; readonly initial: boolean }
  /** The value is a `string` of 64 hex digits, display order. */
  | { readonly kind: 'hash' }
  /** The value is a `Uint8Array` of `min..max` bytes; starts as `initial`, or as `min` zeros. */
  | {
      readonly kind: 'bytes'
      readonly min: number
      readonly max: number
      readonly initial?: Uint8Array
    }
  /**
   * The value is a `string` such as an address or a user agent; `hint` shows its form. Where it has
   * a `length`, in bytes, it is free text: printable ASCII, `\xNN` for any other byte, `\\` for a
   * backslash. Where it has `digits`, it is so many digits in hex.
   */
  | {
      readonly kind: 'text'
      readonly hint: string
      readonly initial: string
      readonly length?: { readonly min: number; readonly max: number }
      readonly digits?: number
    }
  /** The value is an array of at most `max`. */
  | { readonly kind: 'list'; readonly item: Form; readonly itemName: string; readonly max: number }
  /** The value is an object with these keys. Keys that are not asked for follow from the others. */
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }

/** The form of an object, such as a message. */
export type GroupForm = Extract<Form, { readonly kind: 'group' }>

/** One key of an object. */
export interface FormField {
  /** Of the message's value. */
  readonly key: string
  /** As its span is named: `start height`. */
  readonly name: string
  readonly fieldKey: FieldKey
  /** May be left out, as the value's key may be absent. */
  readonly optional?: boolean
  readonly form: Form
}
