import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  decodeMessage,
  encodeMessage,
  FIELD_KEYS,
  type FieldSpan,
  type Form,
  MESSAGE_TYPES,
  type Message,
  messageForm,
} from '../src/index.js'
import { PayloadReader } from '../src/reader.js'
import { fromHex, MESSAGES } from './messages.js'

const ALL: readonly string[] = Object.values(FIELD_KEYS).flat()

const spanKeys = (spans: readonly FieldSpan[]): string[] =>
  spans.flatMap(({ fieldKey, children }) => [fieldKey, ...spanKeys(children ?? [])])

function formKeys(form: Form): string[] {
  if (form.kind === 'list') return formKeys(form.item)
  if (form.kind !== 'group') return []
  return form.fields.flatMap(({ fieldKey, form: inner }) => [fieldKey, ...formKeys(inner)])
}

const keysOf = (type: string, payload: Uint8Array): string[] =>
  spanKeys(decodeMessage(type, payload).fields)

function randomKeys(): string[] {
  const arbitraries: readonly fc.Arbitrary<Message>[] = Object.values(MESSAGES)
  return arbitraries
    .flatMap((arbitrary) => fc.sample(arbitrary, { numRuns: 100, seed: 1 }))
    .filter(({ type }) => type !== 'unknown')
    .flatMap((message) => keysOf(message.type, encodeMessage(message)))
}

/** What messages as they should be do not have. */
function oddKeys(): string[] {
  const reader = new PayloadReader(Uint8Array.of(1), { maxSpans: 0 })
  reader.skip('any', 1)
  reader.record({ name: 'any', fieldKey: 'length' }, 0, '')
  const filter = `00 ${'00'.repeat(32)} 01 fd`
  const coinbase = `01000000 01 ${'00'.repeat(32)} ffffffff 01 51 ffffffff 00 00000000`
  return [
    ...spanKeys(reader.finish()),
    ...keysOf('verack', Uint8Array.of(1)),
    ...keysOf('uproof', Uint8Array.of(1)),
    ...keysOf('cfilter', fromHex(filter)),
    ...keysOf('tx', fromHex(coinbase)),
  ]
}

it('each has a name of its own', () => {
  expect(new Set(ALL).size).toBe(ALL.length)
})

it('are all met in messages and forms, and nothing else is', () => {
  const forms = MESSAGE_TYPES.map(messageForm).flatMap((form) => (form ? formKeys(form) : []))
  const met = new Set([...randomKeys(), ...oddKeys(), ...forms])
  expect([...met].sort()).toEqual([...ALL].sort())
})

it('of a text or of bytes behind their length is that of the whole', () => {
  const [field] = decodeMessage('filteradd', Uint8Array.of(2, 7, 7)).fields
  expect(field?.fieldKey).toBe('filteradd.element')
  expect(field?.children?.map(({ fieldKey }) => fieldKey)).toEqual(['length', 'filteradd.element'])
})
