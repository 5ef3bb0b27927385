import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeMessage,
  encodeForm,
  type Form,
  type FormGroupValue,
  type GroupForm,
  initialValue,
  MESSAGE_TYPES,
  MessageError,
  messageForm,
} from '../src/index.js'
import { filledGroup } from './form-arbitrary.js'
import { TYPES } from './messages.js'

function formOf(type: string): GroupForm {
  const form = messageForm(type)
  if (form === undefined) throw new Error(`${type} has no form`)
  return form
}

/** A form, and each form inside it. */
function* allForms(form: Form): Generator<Form> {
  yield form
  if (form.kind === 'list') yield* allForms(form.item)
  if (form.kind === 'group') for (const field of form.fields) yield* allForms(field.form)
}

/**
 * What no form tells, as it is about two fields at once: how long an address of a network is
 * (BIP155), that outputs without an input would read as BIP144's marker, and that places in a block
 ascend (BIP152).
 */
const RULES = [
  /an address of network \w+ has \d+ bytes, not/,
  /with outputs needs an input/,
  /is not a whole number above/,
]
const breaksRule = (error: unknown): boolean =>
  error instanceof MessageError && RULES.some((rule) => rule.test(error.message))

const bytesOrError = (type: string, value: FormGroupValue): unknown => {
  try {
    return encodeForm(type, value)
  } catch (error) {
    return error
  }
}

describe('the forms', () => {
  it('are there for every type that is decoded, in order, and for no other', () => {
    expect(MESSAGE_TYPES).toEqual([...TYPES].sort())
    for (const type of ['constructor', 'uproof', 'unknown', '']) {
      expect(messageForm(type)).toBeUndefined()
      expect(() => encodeForm(type, {})).toThrow(RangeError)
    }
  })

  it('are data: they can be posted', () => {
    for (const type of MESSAGE_TYPES) {
      expect(structuredClone(formOf(type))).toEqual(formOf(type))
    }
  })

  it('name each key once, in words', () => {
    for (const form of MESSAGE_TYPES.flatMap((type) => [...allForms(formOf(type))])) {
      if (form.kind !== 'group') continue
      expect(new Set(form.fields.map(({ key }) => key)).size).toBe(form.fields.length)
      for (const { name } of form.fields) expect(name).toMatch(/^[a-z][a-z0-9 -]*$/)
    }
  })

  it('offer only choices and first values in range', () => {
    for (const form of MESSAGE_TYPES.flatMap((type) => [...allForms(formOf(type))])) {
      if (form.kind !== 'number') continue
      const values = [form.initial, ...(form.choices ?? []).map(({ value }) => value)]
      for (const value of values) {
        expect(value >= form.min && value <= form.max).toBe(true)
      }
    }
  })
})

describe.each(MESSAGE_TYPES)('the form of %s', (type) => {
  const form = formOf(type)

  it('starts with a value that can be sent', () => {
    const value = initialValue(form)
    const { message } = decodeMessage(type, encodeForm(type, value))
    expect(message).toMatchObject({ type, ...value })
  })

  it('starts each item of a list with a value that can be sent', () => {
    const items = Object.fromEntries(
      form.fields.flatMap(({ key, form: list }) =>
        list.kind === 'list' ? [[key, [initialValue(list.item)]]] : [],
      ),
    )
    const value = { ...initialValue(form), ...items }
    const { message } = decodeMessage(type, encodeForm(type, value))
    expect(message).toMatchObject({ type, ...value })
  })

  it('takes values that come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(filledGroup(form), (value) => {
        const result = bytesOrError(type, value)
        if (breaksRule(result)) return
        if (!(result instanceof Uint8Array)) throw result
        expect(decodeMessage(type, result).message).toMatchObject({ type, ...value })
      }),
    )
  })

  it('says which value is of the wrong kind, or missing', () => {
    for (const { key, name } of form.fields.filter(({ optional }) => optional !== true)) {
      const { [key]: _left, ...missing } = initialValue(form)
      const wrong = [missing, { ...missing, [key]: wrongFor(form, key) }]
      for (const value of wrong) {
        expect(bytesOrError(type, value)).toMatchObject({
          code: 'BAD_VALUE',
          field: name,
          offset: 0,
        })
      }
    }
  })
})

/** A value of another kind than this key's. */
function wrongFor(form: GroupForm, key: string): number | boolean {
  const kind = form.fields.find((field) => field.key === key)?.form.kind
  return kind === 'number' ? true : 1
}
