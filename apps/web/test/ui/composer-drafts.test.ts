import { decodeMessageType } from '@v2scope/bip324'
import {
  decodeMessage,
  encodeForm,
  type Form,
  type GroupForm,
  MESSAGE_TYPES,
  MessageError,
  messageForm,
} from '@v2scope/messages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, type GroupDraft, newDraft, withItem } from '../../src/ui/composer/draft.js'
import { pathOfError } from '../../src/ui/composer/error-path.js'
import { readHex, showHex } from '../../src/ui/composer/hex-text.js'
import { type NumberForm, readNumber, writeNumber } from '../../src/ui/composer/number-text.js'
import { readDraft } from '../../src/ui/composer/read-draft.js'
import { WRONG_NAMES, WRONGS } from '../../src/ui/composer/wrongs.js'

function formOf(type: string): GroupForm {
  const form = messageForm(type)
  if (form === undefined) throw new Error(`there is no form for ${type}`)
  return form
}

const HASH_BYTES = 32
const MOST_BYTES = 40

const text = (form: Form): fc.Arbitrary<string> => {
  switch (form.kind) {
    case 'number':
      return fc.bigInt(form.min, form.max).map((value) => writeNumber(form, value))
    case 'hash':
      return fc.uint8Array({ minLength: HASH_BYTES, maxLength: HASH_BYTES }).map(showHex)
    case 'bytes':
      return fc
        .uint8Array({ minLength: form.min, maxLength: Math.min(form.max, form.min + MOST_BYTES) })
        .map(showHex)
    default:
      return fc.string()
  }
}

/** A form as somebody may have filled it: each value is one that its field allows. */
function draftOf(form: GroupForm): fc.Arbitrary<GroupDraft>
function draftOf(form: Form): fc.Arbitrary<Draft>
function draftOf(form: Form): fc.Arbitrary<Draft> {
  if (form.kind === 'flag') return fc.boolean().map((on) => ({ kind: 'flag', on }))
  if (form.kind === 'list') {
    return fc
      .array(draftOf(form.item), { maxLength: Math.min(form.max, 2) })
      .map((items) => ({ kind: 'list', items: items.map((draft, id) => ({ id, draft })) }))
  }
  if (form.kind !== 'group') return text(form).map((value) => ({ kind: 'text', text: value }))
  const fields = Object.fromEntries(
    form.fields.map(({ key, form: inner }) => [key, draftOf(inner)]),
  )
  return fc.record(fields).map((record) => ({ kind: 'group', fields: { ...record }, leftOut: [] }))
}

/** Whether a path leads somewhere: `inventory.0.hash`. */
function leadsTo(draft: Draft, path: readonly string[]): boolean {
  const [key, ...rest] = path
  if (key === undefined) return true
  const inner =
    draft.kind === 'group'
      ? draft.fields[key]
      : draft.kind === 'list'
        ? draft.items[Number(key)]?.draft
        : undefined
  return inner !== undefined && leadsTo(inner, rest)
}

describe('a filled form', () => {
  it.each(MESSAGE_TYPES)(
    'of %s is encoded and read again, or the field is named that cannot be',
    (type) => {
      const form = formOf(type)
      fc.assert(
        fc.property(draftOf(form), (draft) => {
          const reading = readDraft(form, draft, 0n)
          if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
          try {
            const payload = encodeForm(type, reading.value)
            expect(decodeMessage(type, payload).message.type).toBe(type)
          } catch (error) {
            if (!(error instanceof MessageError)) throw error
            const path = pathOfError(form, reading.value, error.field)
            expect(leadsTo(draft, path === '' ? [] : path.split('.'))).toBe(true)
          }
        }),
        { numRuns: 30 },
      )
    },
  )

  it('names the field inside of lists and groups', () => {
    const form = formOf('addr')
    const { addresses } = newDraft(form).fields
    const { addresses: field } = Object.fromEntries(form.fields.map((f) => [f.key, f.form]))
    if (addresses?.kind !== 'list' || field?.kind !== 'list') throw new Error('no list')
    const two = withItem(withItem(addresses, field.item), field.item)
    const draft: GroupDraft = { kind: 'group', fields: { addresses: two }, leftOut: [] }
    const reading = readDraft(form, draft, 0n)
    if (!reading.ok) throw new Error('it starts right')
    expect(pathOfError(form, reading.value, 'address 1 / port')).toBe('addresses.1.port')
    expect(pathOfError(form, reading.value, 'address 1 / address / bytes')).toBe(
      'addresses.1.address',
    )
    expect(pathOfError(form, reading.value, 'count')).toBe('')
  })
})

describe('text', () => {
  const number = (big: NumberForm['unit']): NumberForm => ({
    kind: 'number',
    big: true,
    min: -(2n ** 63n),
    max: 2n ** 64n,
    initial: 0n,
    ...(big && { unit: big }),
  })

  it('of any number is read as that number', () => {
    const units = fc.constantFrom('time', 'satoshi', 'bits', undefined)
    fc.assert(
      fc.property(units, fc.bigInt(-(2n ** 63n), 2n ** 64n), (unit, value) => {
        const form = number(unit)
        expect(readNumber(form, ` ${writeNumber(form, value)} `, 0n)).toEqual({ ok: true, value })
      }),
    )
  })

  it('of any bytes is read as those bytes, whatever white space is in it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom(' ', '\n', '\t', ''), (bytes, space) => {
        const spaced = [...showHex(bytes).toUpperCase()].join(space)
        expect(readHex(spaced)).toEqual({ ok: true, bytes })
      }),
    )
  })

  it('of any kind gives a number and bytes, or a reason', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const readings = [readHex(written), readNumber(number('time'), written, 0n)]
        for (const reading of readings) if (!reading.ok) expect(reading.why).not.toBe('')
      }),
    )
  })
})

describe('wrong on purpose', () => {
  it('is wrong for every type, or cannot be done', () => {
    const types = WRONG_NAMES.filter((name) => WRONGS[name].ofType)
    for (const messageType of MESSAGE_TYPES) {
      const right = { messageType, typeBytes: new Uint8Array(1), payload: new Uint8Array(3) }
      for (const name of types) {
        const contents = WRONGS[name].make({ ...right, shortId: 255 })
        expect(contents && decodeMessageType(contents).ok, `${messageType} ${name}`).toBe(false)
      }
    }
  })
})
