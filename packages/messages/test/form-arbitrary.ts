/** Random values of a form, made from nothing but the form. */

import fc from 'fast-check'
import { showEscaped } from '../src/escaped-text.js'
import type { Form, FormGroupValue, FormValue, GroupForm } from '../src/index.js'
import { showIp } from '../src/ip-address.js'
import { bytes, hash } from './arbitraries.js'

type FormOf<K extends Form['kind']> = Extract<Form, { readonly kind: K }>

/** Longer bytes say nothing more. */
const MAX_LENGTH = 600
const MAX_ITEMS = 5
const IP_LENGTH = 16

function numberOf({ big, min, max, choices }: FormOf<'number'>): fc.Arbitrary<FormValue> {
  const any = fc.bigInt({ min, max })
  const named = choices?.map(({ value }) => value) ?? []
  const value = named.length === 0 ? any : fc.oneof(any, fc.constantFrom(...named))
  return big ? value : value.map(Number)
}

function textOf({ length, digits }: FormOf<'text'>): fc.Arbitrary<FormValue> {
  if (digits !== undefined) return hash.map((value) => value.slice(0, digits))
  if (length === undefined) return bytes(IP_LENGTH).map(showIp)
  return fc.uint8Array({ minLength: length.min, maxLength: length.max }).map(showEscaped)
}

/** Any value that the form, an object, may have. */
export function filledGroup({ fields }: GroupForm): fc.Arbitrary<FormGroupValue> {
  const values: Record<string, fc.Arbitrary<FormValue>> = {}
  for (const { key, form } of fields) values[key] = filled(form)
  const requiredKeys = fields.filter(({ optional }) => optional !== true).map(({ key }) => key)
  return fc.record(values, { requiredKeys, noNullPrototype: true })
}

/** Any value that the form may have. */
export function filled(form: Form): fc.Arbitrary<FormValue> {
  switch (form.kind) {
    case 'number':
      return numberOf(form)
    case 'flag':
      return fc.boolean()
    case 'hash':
      return hash
    case 'bytes':
      return fc.uint8Array({ minLength: form.min, maxLength: Math.min(form.max, MAX_LENGTH) })
    case 'text':
      return textOf(form)
    case 'list':
      return fc.array(filled(form.item), { maxLength: Math.min(form.max, MAX_ITEMS) })
    case 'group':
      return filledGroup(form)
  }
}
