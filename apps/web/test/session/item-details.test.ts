// @vitest-environment node
import { decodeMessage, encodeMessage } from '@v2scope/messages'
import type { TimedEvent } from '@v2scope/recording'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldPart, ItemDetail } from '../../src/session/detail.js'
import { withParts } from '../../src/session/field-parts.js'
import { ItemDetails } from '../../src/session/item-details.js'

function v1Message(messageType: string, payload: Uint8Array): TimedEvent {
  return {
    type: 'v1_message',
    seq: 1,
    role: 'initiator',
    direction: 'received',
    bytes: new Uint8Array(24 + payload.length),
    fields: [],
    number: 0,
    messageType,
    payload,
    time: 0,
  }
}

const inv = (count: number) =>
  encodeMessage({
    type: 'inv',
    inventory: Array.from({ length: count }, (_, i) => ({
      kind: 1,
      kindName: 'tx' as const,
      hash: i.toString(16).padStart(64, '0'),
    })),
  })

function detailsOf(messageType: string, payload: Uint8Array) {
  const event = v1Message(messageType, payload)
  let asked = 0
  const log = {
    get: (seq: number) => {
      asked += 1
      return seq === event.seq ? event : undefined
    },
  }
  const details = new ItemDetails(log, { network: 'regtest' })
  return { details, event, asked: () => asked }
}

const decodedOf = (detail: ItemDetail | undefined) => {
  if (!detail?.decoded || 'error' in detail.decoded) throw new Error('not decoded')
  return detail.decoded
}

/** Asks for all that has been left out, until nothing is. */
function complete(details: ItemDetails, detail: ItemDetail): ItemDetail {
  let whole = detail
  const fill = (path: readonly number[], parts: readonly FieldPart[], count = parts.length) => {
    for (let from = parts.length; from < count; from += 100) {
      whole = withParts(whole, { path, from, parts: details.parts(1, path, from) })
    }
  }
  const { fields, fieldCount } = decodedOf(whole)
  fill([], fields, fieldCount)
  const visit = (path: readonly number[], part: FieldPart) => {
    if (part.children) fill(path, part.children, part.partCount)
    let now: FieldPart | undefined
    let list = decodedOf(whole).fields
    for (const index of path) {
      now = list[index]
      list = now?.children ?? []
    }
    for (const [i, child] of (now?.children ?? []).entries()) visit([...path, i], child)
  }
  for (const [i, field] of decodedOf(whole).fields.entries()) visit([i], field)
  return whole
}

describe('the fields of a message', () => {
  it('come a hundred at a time, and say how many there are', () => {
    const { details } = detailsOf('inv', inv(250))
    const decoded = decodedOf(details.detail(1))
    expect(decoded.fields).toHaveLength(100)
    expect(decoded.fieldCount).toBe(251)
    expect(details.parts(1, [], 200)).toHaveLength(51)
    expect(details.parts(1, [], 300)).toEqual([])
  })

  it('are all there where they are few', () => {
    const { details } = detailsOf('inv', inv(3))
    const decoded = decodedOf(details.detail(1))
    expect(decoded).toEqual({
      fields: decodeMessage('inv', inv(3)).fields,
      summary: 'inventory 3: tx 3',
    })
  })

  it('are, all asked for, those of the message', () => {
    fc.assert(
      fc.property(fc.nat(450), (count) => {
        const { details } = detailsOf('inv', inv(count))
        const first = details.detail(1)
        if (!first) throw new Error('no detail')
        const { fields, fieldCount } = decodedOf(complete(details, first))
        expect(fields).toEqual(decodeMessage('inv', inv(count)).fields)
        expect(fieldCount).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })

  it('are those of the network', () => {
    const address = (network: 'mainnet' | 'custom') => {
      const details = new ItemDetails({ get: () => v1Message('tx', PAYMENT) }, { network })
      return JSON.stringify(decodedOf(details.detail(1)))
    }
    expect(address('mainnet')).toContain('bc1q')
    expect(address('custom')).toContain('bcrt1q')
  })

  it('are not there where there is no such field, or it can’t be read', () => {
    const { details } = detailsOf('ping', new Uint8Array(3))
    expect(details.detail(1)?.decoded).toMatchObject({ error: expect.any(String), offset: 0 })
    expect(details.parts(1, [], 0)).toEqual([])
    expect(details.parts(2, [], 0)).toEqual([])
    expect(details.detail(2)).toBeUndefined()
    expect(detailsOf('inv', inv(3)).details.parts(1, [1, 7, 7], 0)).toEqual([])
  })
})

/** One input, one output to a witness program of 20 zero bytes. */
const PAYMENT = Uint8Array.from([
  ...[2, 0, 0, 0, 1],
  ...new Array(36).fill(0),
  ...[0, 255, 255, 255, 255, 1],
  ...[1, 0, 0, 0, 0, 0, 0, 0, 22, 0, 20],
  ...new Array(20).fill(0),
  ...[0, 0, 0, 0],
])

describe('more parts', () => {
  const part = (name: string, children?: readonly FieldPart[], partCount?: number): FieldPart => ({
    name,
    fieldKey: 'inventory.item',
    start: 0,
    end: 1,
    value: '',
    ...(children && { children }),
    ...(partCount !== undefined && { partCount }),
  })
  const event = v1Message('block', new Uint8Array())
  const detail: ItemDetail = {
    event,
    decoded: { fields: [part('a'), part('b', [part('b0', [part('x')], 3)])], summary: '' },
  }

  it('join those that are there', () => {
    const one = withParts(detail, { path: [1, 0], from: 1, parts: [part('y')] })
    expect(decodedOf(one).fields[1]?.children?.[0]).toEqual(part('b0', [part('x'), part('y')], 3))
    const all = withParts(one, { path: [1, 0], from: 2, parts: [part('z')] })
    expect(decodedOf(all).fields[1]?.children?.[0]).toEqual(
      part('b0', [part('x'), part('y'), part('z')]),
    )
    expect(decodedOf(all).fields[0]).toBe(decodedOf(detail).fields[0])
  })

  it.each([
    ['that are there already', { path: [1, 0], from: 0, parts: [part('x')] }],
    ['of a field that has none', { path: [0], from: 0, parts: [part('x')] }],
    ['of no field', { path: [7, 7], from: 1, parts: [part('x')] }],
    ['of a message that is whole', { path: [], from: 2, parts: [part('x')] }],
    ['that are none', { path: [1, 0], from: 1, parts: [] }],
  ])('change nothing: %s', (_, more) => {
    expect(withParts(detail, more)).toBe(detail)
    expect(withParts({ event }, more)).toEqual({ event })
  })
})
