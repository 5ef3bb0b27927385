import { decodeMessage, encodeMessage } from '@v2scope/messages'
import type { TimedEvent } from '@v2scope/recording'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGES } from '../../../../packages/messages/test/messages.js'
import type { ItemDetail } from '../../src/session/detail.js'
import { withLeaves, withParts } from '../../src/session/field-parts.js'
import { ItemDetails } from '../../src/session/item-details.js'
import { moveOf } from '../../src/ui/details/byte-keys.js'
import { coveredBy } from '../../src/ui/details/covered.js'
import { entriesOf, missingOn } from '../../src/ui/details/gaps.js'
import { fieldsOf } from '../../src/ui/details/item-fields.js'
import { commonField, isUnknown, leafAt, leavesIn } from '../../src/ui/details/leaves.js'
import { en } from '../../src/words/en/index.js'
import { item } from './support.js'

/** A message of v1, which has a header of its own before the payload. */
const HEADER = 4

function detailsOf(messageType: string, payload: Uint8Array) {
  const event: TimedEvent = {
    type: 'v1_message',
    seq: 1,
    role: 'initiator',
    direction: 'received',
    bytes: new Uint8Array(HEADER + payload.length),
    fields: [
      { name: 'magic', start: 0, end: HEADER, row: 'H2' },
      { name: 'payload', start: HEADER, end: HEADER + payload.length, row: 'A1' },
    ],
    number: 0,
    messageType,
    payload,
    time: 0,
  }
  const details = new ItemDetails({ get: () => event }, { network: 'regtest' })
  const detail = details.detail(1)
  if (!detail) throw new Error('there is no detail')
  return { details, detail, length: event.bytes.length }
}

const nodes = (detail: ItemDetail) => fieldsOf(detail, item(1, { kind: 'v1 message' }), en)

const inv = (count: number) =>
  encodeMessage({
    type: 'inv',
    inventory: Array.from({ length: count }, (_, i) => ({
      kind: 1,
      kindName: 'tx' as const,
      hash: i.toString(16).padStart(64, '0'),
    })),
  })

describe('the leaves of an item', () => {
  const any = fc.oneof(...Object.values(MESSAGES))

  it('tile the bytes of every message, each with a name of its own', () => {
    fc.assert(
      fc.property(any, (message) => {
        const { detail, length } = detailsOf(message.type, encodeMessage(message))
        let at = 0
        for (const leaf of leavesIn(nodes(detail))) {
          expect(leaf.start).toBe(at)
          expect(leaf.end).toBeGreaterThan(at)
          expect(leaf.name).not.toMatch(/^(data|)$/)
          at = leaf.end
        }
        expect(at).toBe(length)
      }),
      { numRuns: 200 },
    )
  })

  it('are, once located, those of the whole message, wherever one looks', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(), (count, somewhere) => {
        const payload = inv(count)
        const { details, detail } = detailsOf('inv', payload)
        const at = somewhere % payload.length
        const span = { start: at, end: Math.min(at + 50, payload.length) }
        const leaves = details.leaves(1, span.start, span.end)
        const located = nodes(withLeaves(detail, { ...span, leaves }))
        const { fields } = decodeMessage('inv', payload)
        const expected = fields
          .flatMap((field) => field.children ?? [field])
          .filter(({ start, end }) => start < span.end && end > span.start)
        const window = { start: HEADER + span.start, end: HEADER + span.end }
        const found = leavesIn(located, window)
        expect(found.map(({ name, start, end }) => [name, start, end])).toEqual(
          expected.map(({ name, start, end }) => [name, HEADER + start, HEADER + end]),
        )
        for (const leaf of found) expect(isUnknown(located, leaf)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('are the field itself, where its parts have not been asked for', () => {
    const { detail, length } = detailsOf('inv', inv(4000))
    const leaf = leafAt(nodes(detail), length - 1)
    expect(leaf).toMatchObject({ id: '1', name: 'payload' })
    expect(leaf && isUnknown(nodes(detail), leaf)).toBe(true)
    expect(coveredBy(nodes(detail), { start: length - 1, end: length }).names).toEqual(['payload'])
  })
})

describe('the way to a field far down', () => {
  it('asks for the portion that it is in, and then knows it by its place', () => {
    const { details, detail, length } = detailsOf('inv', inv(4567))
    const [leaf] = details.leaves(1, length - HEADER - 1, length - HEADER)
    const id = ['1', ...(leaf?.path ?? [])].join('.')
    expect(id).toBe('1.4567.1')
    const missing = missingOn(nodes(detail), id)
    expect(missing).toEqual({ path: [], from: 4500 })
    if (!missing) return
    const parts = details.parts(1, missing.path, missing.from)
    const there = nodes(withParts(detail, { ...missing, parts }))
    expect(missingOn(there, id)).toBeUndefined()
    expect(leafAt(there, length - 1)?.id).toBe(id)
    const payload = there[1]
    const entries = entriesOf(payload?.children ?? [], payload?.partCount ?? 0)
    const gaps = entries.filter((entry) => entry.kind === 'gap')
    expect(gaps).toMatchObject([
      { side: 'after', from: 100, to: 4500, portion: 100 },
      { side: 'before', from: 100, to: 4500, portion: 100 },
    ])
  })

  it.each(['1.9', '1.9.9', '7', '0.0'])('is none where there is no such field: %s', (id) => {
    expect(missingOn(nodes(detailsOf('inv', inv(3)).detail), id)).toBeUndefined()
  })
})

describe('the smallest field of two', () => {
  it.each([
    ['3.0.1', '3.0.1', '3.0.1'],
    ['3.0.1', '3.0.2', '3.0'],
    ['3.0.1', '3.10.1', '3'],
    ['3.0', '3.0.4', '3.0'],
    ['2', '3.0', undefined],
  ])('of %s and %s is %s', (one, other, common) => {
    expect(commonField(one, other)).toBe(common)
  })
})

describe('fields that some bytes lie in', () => {
  const ping = nodes(detailsOf('ping', new Uint8Array(8)).detail)
  it.each([
    [0, 2, ['magic'], 0],
    [2, 6, ['magic', 'payload'], 0],
    [5, 7, ['nonce'], 0],
  ])('from %i to %i are %j', (start, end, names, more) => {
    expect(coveredBy(ping, { start, end })).toEqual({ names, more })
  })

  it('are named as far as that can be read', () => {
    const { detail, length } = detailsOf('inv', inv(9))
    const { names, more } = coveredBy(nodes(detail), { start: HEADER + 1, end: length - 1 })
    expect(names).toHaveLength(3)
    expect(more).toBe(6)
  })
})

describe('a key in the bytes', () => {
  const move = (key: string, from: number | undefined, ctrl = false) =>
    moveOf({ key, ctrl, from, length: 50, perRow: 16, pageRows: 2 })
  it.each([
    ['ArrowRight', 5, 6],
    ['ArrowRight', 49, 49],
    ['ArrowLeft', 0, 0],
    ['ArrowUp', 20, 4],
    ['ArrowUp', 4, 4],
    ['ArrowDown', 20, 36],
    ['ArrowDown', 40, 40],
    ['Home', 20, 16],
    ['End', 20, 31],
    ['End', 49, 49],
    ['PageDown', 3, 35],
    ['PageDown', 35, 35],
    ['PageUp', 35, 3],
    ['PageUp', 20, 4],
    ['ArrowRight', undefined, 0],
    ['a', 20, undefined],
  ])('%s from %s leads to %s', (key, from, to) => {
    expect(move(key, from)).toBe(to)
  })

  it('leads to the first and the last with Ctrl', () => {
    expect(move('Home', 20, true)).toBe(0)
    expect(move('End', 20, true)).toBe(49)
  })

  it('leads nowhere where there are none', () => {
    const none = { key: 'End', ctrl: true, from: undefined, length: 0, perRow: 16, pageRows: 2 }
    expect(moveOf(none)).toBeUndefined()
  })
})
