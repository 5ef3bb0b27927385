/** Two sessions, aligned: what is paired, and what is said to differ. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComparedRow,
  comparedItems,
  compareItems,
  isDifferent,
} from '../../src/session/compare.js'
import type { WireItem } from '../../src/session/item.js'
import { pairUp } from '../../src/session/lcs.js'
import { HANDSHAKE_ITEMS, item } from '../ui/support.js'

const sayOf = (row: ComparedRow): string => {
  if (row.on === 'left') return `${row.left.label} only left`
  if (row.on === 'right') return `${row.right.label} only right`
  return [row.left.label, ...row.differences].join(' ')
}

/** By phase: what each row says. */
const said = (left: readonly WireItem[], right: readonly WireItem[]) =>
  Object.fromEntries(compareItems(left, right).map(({ phase, rows }) => [phase, rows.map(sayOf)]))

const marked = (left: readonly WireItem[], right: readonly WireItem[]) =>
  compareItems(left, right)
    .flatMap(({ rows }) => rows)
    .filter(isDifferent)
    .map(sayOf)

const received = (seq: number, rest: Partial<WireItem> = {}) =>
  item(seq, { direction: 'received', ...rest })

describe('two sessions', () => {
  it('are the same where only their times and numbers of events differ', () => {
    const later = HANDSHAKE_ITEMS.map((one) => ({ ...one, seq: one.seq + 7, time: one.time * 3 }))
    expect(marked(HANDSHAKE_ITEMS, later)).toEqual([])
  })

  it('are aligned by phase, whichever direction came first', () => {
    const [key, garbage, theirKey, ...others] = HANDSHAKE_ITEMS
    if (!key || !garbage || !theirKey) throw new Error('there is no handshake')
    const asResponder = [theirKey, key, garbage, ...others].map((one, seq) => ({ ...one, seq }))
    expect(marked(HANDSHAKE_ITEMS, asResponder)).toEqual([])
    expect(said(HANDSHAKE_ITEMS, asResponder)).toMatchObject({
      'key exchange': ['key', 'key'],
      garbage: ['garbage', 'terminator', 'garbage', 'terminator'],
      'version negotiation': ['version packet', 'decoy', 'version packet'],
    })
  })

  it('differ in garbage, in what vouches for it, and in decoys', () => {
    const other = HANDSHAKE_ITEMS.filter(({ kind }) => kind !== 'decoy').map((one) => {
      if (one.kind === 'garbage' && one.direction === 'received') return { ...one, wireBytes: 5 }
      if (one.offset !== undefined) return { ...one, offset: 5 }
      const isVouching = one.kind === 'version packet' && one.direction === 'received'
      return isVouching ? { ...one, aadBytes: 5 } : one
    })
    expect(marked(HANDSHAKE_ITEMS, other)).toEqual([
      'garbage size',
      'terminator garbage',
      'decoy only left',
      'version packet AAD',
    ])
    expect(marked(other, HANDSHAKE_ITEMS)).toContain('decoy only right')
  })

  it('pair a message with the next of its type in its direction, and say what is beside it', () => {
    const left = [
      item(20, { label: 'version' }),
      item(21, { label: 'ping', summary: 'nonce 1' }),
      received(22, { label: 'pong' }),
    ]
    const right = [
      item(30, { label: 'version' }),
      item(31, { label: 'getaddr' }),
      received(32, { label: 'ping' }),
      item(33, { label: 'ping', summary: 'nonce 2', epoch: 1 }),
      received(34, { label: 'pong', wireBytes: 30 }),
    ]
    expect(said(left, right)).toEqual({
      application: [
        'version',
        'getaddr only right',
        'ping only right',
        'ping epoch summary',
        'pong size',
      ],
    })
  })

  it('have decoys before a version packet in the handshake, and later ones after it', () => {
    const items = [
      item(1, { kind: 'decoy' }),
      item(2, { kind: 'version packet' }),
      item(3, { kind: 'decoy' }),
    ]
    expect(said(items, [])).toEqual({
      'version negotiation': ['decoy only left', 'version packet only left'],
      application: ['decoy only left'],
    })
  })

  it('of which one failed keep what was not understood in its phase', () => {
    const failed = [received(1, { kind: 'key' }), received(2, { kind: 'not understood' })]
    expect(said(failed, [])).toEqual({
      'key exchange': ['key only left', 'not understood only left'],
    })
  })

  it('are compared up to a bound, and it is said how many are not', () => {
    const pings = Array.from({ length: 2500 }, (_, i) => item(100 + i))
    const { items, rest } = comparedItems([...HANDSHAKE_ITEMS, ...pings])
    expect(items.length).toBe(HANDSHAKE_ITEMS.length + 2000)
    expect(rest).toBe(500)
    const decoys = Array.from({ length: 12_000 }, (_, i) => received(i, { kind: 'decoy' }))
    expect(comparedItems(decoys)).toMatchObject({ rest: 2000 })
    expect(comparedItems(HANDSHAKE_ITEMS)).toEqual({ items: HANDSHAKE_ITEMS, rest: 0 })
  })
})

/** By trying all: for short lists. */
function longest(left: readonly number[], right: readonly number[]): number {
  const [l, ...lefts] = left
  const [r, ...rights] = right
  if (l === undefined || r === undefined) return 0
  if (l === r) return 1 + longest(lefts, rights)
  return Math.max(longest(lefts, right), longest(left, rights))
}

describe('a pairing', () => {
  const list = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 })

  it('has everything of both once and in order, pairs what is equal, and as much as can be', () => {
    fc.assert(
      fc.property(list, list, (left, right) => {
        const pairs = pairUp(left, right)
        const indices = (side: 0 | 1) =>
          pairs.map((pair) => pair[side]).filter((index) => index !== undefined)
        expect(indices(0)).toEqual(left.map((_, i) => i))
        expect(indices(1)).toEqual(right.map((_, i) => i))
        const both = pairs.filter(([l, r]) => l !== undefined && r !== undefined)
        for (const [l = -1, r = -1] of both) expect(left[l]).toBe(right[r])
        expect(both.length).toBe(longest(left, right))
      }),
    )
  })
})
