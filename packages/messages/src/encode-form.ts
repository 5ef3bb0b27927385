/** From a filled form to a payload's bytes. */

import { CODECS, type DecodedType, isDecodedType } from './codecs.js'
import type { Form, GroupForm } from './form.js'
import type { FormGroupValue } from './form-value.js'
import type { DecodedTypes } from './message.js'
import { MessageError } from './message-error.js'
import { PayloadWriter } from './writer.js'

/** What a form's value has to be, in words. */
const WANTED = {
  flag: 'a boolean',
  hash: 'a string',
  bytes: 'a Uint8Array',
  text: 'a string',
  list: 'an array',
  group: 'an object',
} as const

function isOfKind(form: Form, value: unknown): boolean {
  switch (form.kind) {
    case 'number':
      return typeof value === (form.big ? 'bigint' : 'number')
    case 'flag':
      return typeof value === 'boolean'
    case 'hash':
    case 'text':
      return typeof value === 'string'
    case 'bytes':
      return value instanceof Uint8Array
    case 'list':
      return Array.isArray(value)
    case 'group':
      return typeof value === 'object' && value !== null
  }
}

function wanted(form: Form): string {
  if (form.kind === 'number') return form.big ? 'a bigint' : 'a number'
  return WANTED[form.kind]
}

/** @throws MessageError `BAD_VALUE` where the value, or one inside it, is of the wrong kind. */
function checkShape(form: Form, value: unknown, path: readonly string[]): void {
  if (!isOfKind(form, value)) {
    const place = { field: path.join(' / ') || 'message', offset: 0 }
    throw new MessageError('BAD_VALUE', place, `has to be ${wanted(form)}`)
  }
  if (form.kind === 'list' && Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      checkShape(form.item, item, [...path, `${form.itemName} ${i}`])
    }
  }
  if (form.kind === 'group' && typeof value === 'object') {
    const values = new Map(Object.entries(value ?? {}))
    for (const { key, name, form: inner, optional } of form.fields) {
      if (optional === true && !values.has(key)) continue
      checkShape(inner, values.get(key), [...path, name])
    }
  }
}

/** What follows from other fields is not in a filled form, and no codec writes it. */
function assertFilled<M>(form: GroupForm, value: unknown): asserts value is M {
  checkShape(form, value, [])
}

/**
 * Encodes the payload of a message from its filled form: an object with the keys of
 * `messageForm(type)`, each value of the kind that its form tells. Other keys are not looked at.
 *
 * @throws MessageError as `encodeMessage` does; `BAD_VALUE` at offset 0 for a value that is
 * missing or of the wrong kind.
 * @throws RangeError if `messageForm(type)` is `undefined`.
 */
export function encodeForm(type: string, value: FormGroupValue): Uint8Array {
  if (!isDecodedType(type)) throw new RangeError(`There is no form for "${type}"`)
  return encodeFilled(type, value)
}

function encodeFilled<T extends DecodedType>(type: T, value: unknown): Uint8Array {
  const codec = CODECS[type]
  assertFilled<DecodedTypes[T]>(codec.form, value)
  const writer = new PayloadWriter()
  codec.write(writer, value)
  return writer.finish()
}
