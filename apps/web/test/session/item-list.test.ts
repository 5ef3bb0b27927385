// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../src/session/item.js'
import { CHUNK_ROWS, KINDS } from '../../src/session/item-columns.js'
import { ItemList } from '../../src/session/item-list.js'
import { packed, unpacked } from './packed.js'

const item = (seq: number, rest: Partial<WireItem> = {}): WireItem => ({
  seq,
  time: seq,
  direction: 'sent',
  kind: 'message',
  label: 'ping',
  wireBytes: 29,
  ...rest,
})
const seqs = (list: Iterable<WireItem>) => [...list].map(({ seq }) => seq)
const listOf = (...items: WireItem[]) => ItemList.empty().with(packed(items))

describe('a list of items', () => {
  it('grows, while an earlier view of it stays as it was', () => {
    const first = listOf(item(1), item(3))
    const second = first.with(packed([item(4)]))
    expect(seqs(first)).toEqual([1, 3])
    expect(first.at(2)).toBeUndefined()
    expect(first.seqAt(2)).toBe(-1)
    expect(first.indexOfSeq(4)).toBe(-1)
    expect(first.slice()).toHaveLength(2)
    expect(first.chunks().map(({ length }) => length)).toEqual([2])
    expect(seqs(second)).toEqual([1, 3, 4])
    expect(second.last()?.seq).toBe(4)
    expect(second.with([])).toBe(second)
  })

  it('has shorter views over the same memory', () => {
    const list = listOf(item(1), item(3), item(4))
    expect(seqs(list.first(2))).toEqual([1, 3])
    expect(list.first(2).last()?.seq).toBe(3)
    expect(list.first(3)).toBe(list)
    expect(list.first(-1).length).toBe(0)
  })

  it('two continuations of one view do not mix', () => {
    const first = listOf(item(1))
    expect(seqs(first.with(packed([item(2)])))).toEqual([1, 2])
    expect(seqs(first.with(packed([item(3)])))).toEqual([1, 3])
  })

  it('finds an item by its seq', () => {
    const list = listOf(item(1), item(3), item(10))
    expect([1, 3, 10].map((seq) => list.indexOfSeq(seq))).toEqual([0, 1, 2])
    expect([0, 2, 11].map((seq) => list.indexOfSeq(seq))).toEqual([-1, -1, -1])
  })

  it('gives back all that was put in, of every kind', () => {
    const links: Partial<WireItem>[] = [
      { asks: { what: 'filter checkpoints', count: 1 } },
      { answers: { seq: 7, count: 50_000 } },
      { answers: { seq: 7, count: 0 } },
      { asks: { what: 'block', count: 70_000 } },
      { asks: { what: 'pong', count: 1 }, answers: { seq: 3, count: 2 } },
    ]
    const items = [
      ...KINDS.map((kind, i) => item(i, { kind, label: `${kind} 的`, direction: 'received' })),
      item(10, { preview: '0011', aadBytes: 4095, offset: 4095 }),
      item(11, { number: 5, epoch: 0, contentsBytes: 9, summary: '' }),
      // numbers far apart, and in no order
      item(12, { number: 500_000, epoch: 2232, contentsBytes: 9, summary: 'nonce 的' }),
      item(13, { number: 4, epoch: 0, contentsBytes: 8 }),
      item(14, { kind: 'v1 message', wireBytes: 32, number: 6, contentsBytes: 8 }),
      item(4_000_000_000, { time: 1e9 + 0.001, wireBytes: 4_000_024 }),
      ...links.map((link, i) => item(4_000_000_001 + i, link)),
    ]
    expect(unpacked(packed(items))).toEqual(items)
    // and by way of another chunk, whose numbers count from elsewhere
    const longer = listOf(item(0, { number: 499_000, epoch: 2227, contentsBytes: 9 }))
    expect(longer.with(packed(items)).slice(1)).toEqual(items)
  })

  it('hands over packets that are picked, in order', () => {
    const list = listOf(...Array.from({ length: 40_000 }, (_, i) => item(2 * i)))
    expect(seqs(unpacked(list.pick([2, 3, 70_000, 79_998])))).toEqual([2, 70_000, 79_998])
  })

  it('makes an item once for as long as it is looked at', () => {
    const list = listOf(item(1), item(2))
    expect(list.at(1)).toBe(list.at(1))
    expect(list.first(1).at(0)).toBe(list.at(0))
  })

  it('counts what crossed the wire, up to any item', () => {
    const items = Array.from({ length: 2 * CHUNK_ROWS + 100 }, (_, i) =>
      item(i, {
        direction: i % 3 === 0 ? 'received' : 'sent',
        kind: i % 5 === 0 ? 'decoy' : 'message',
        wireBytes: 20 + (i % 100),
        ...(i > 10 && { number: i }),
      }),
    )
    const list = ItemList.empty().with(packed(items.slice(0, 20_000)))
    const whole = list.with(packed(items.slice(20_000)))
    for (const count of [0, 1, 5000, CHUNK_ROWS, CHUNK_ROWS + 1, items.length]) {
      const expected = items.slice(0, count)
      for (const direction of ['sent', 'received'] as const) {
        const way = expected.filter((i) => i.direction === direction)
        const packets = way.filter(({ number }) => number !== undefined)
        const decoys = packets.filter(({ kind }) => kind === 'decoy')
        const bytes = (of: WireItem[]) => of.reduce((n, { wireBytes }) => n + wireBytes, 0)
        expect(whole.tally(count)[direction]).toEqual({
          packets: packets.length,
          messages: packets.length - decoys.length,
          decoys: decoys.length,
          bytes: bytes(way),
          decoyBytes: bytes(decoys),
        })
      }
    }
    expect(list.tally()).toEqual(whole.tally(20_000))
  })
})
