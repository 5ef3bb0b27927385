/** What a filled form holds. */

import type { Form, GroupForm } from './form.js'

/** An object's value, by its keys. */
export interface FormGroupValue {
  readonly [key: string]: FormValue
}

/** The value of a form; its `kind` says which of these it is. */
export type FormValue =
  | number
  | bigint
  | boolean
  | string
  | Uint8Array
  | readonly FormValue[]
  | FormGroupValue

/** Hex digits of a hash. */
const HASH_DIGITS = 64

function initialGroup({ fields }: GroupForm): FormGroupValue {
  const asked = fields.filter(({ optional }) => optional !== true)
  return Object.fromEntries(asked.map(({ key, form }) => [key, initialValue(form)]))
}

/**
 * What a form starts with: lists empty, hashes and bytes of zeros, optional keys absent. For a
 * message's form, this and the message's `type` can be encoded.
 */
export function initialValue(form: GroupForm): FormGroupValue
export function initialValue(form: Form): FormValue
export function initialValue(form: Form): FormValue {
  switch (form.kind) {
    case 'number':
      return form.big ? form.initial : Number(form.initial)
    case 'flag':
    case 'text':
      return form.initial
    case 'hash':
      return '0'.repeat(HASH_DIGITS)
    case 'bytes':
      return form.initial?.slice() ?? new Uint8Array(form.min)
    case 'list':
      return []
    case 'group':
      return initialGroup(form)
  }
}
