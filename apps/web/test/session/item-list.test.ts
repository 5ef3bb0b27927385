// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../src/session/contract.js'
import { ItemList, latestHandshakeItem } from '../../src/session/item-list.js'

const item = (seq: number, kind: WireItem['kind'] = 'message'): WireItem => ({
  seq,
  time: seq,
  direction: 'sent',
  kind,
  label: kind,
  wireBytes: 1,
  preview: '00',
})
const seqs = (list: ItemList) => [...list].map(({ seq }) => seq)

describe('a list of items', () => {
  it('grows, while an earlier view of it stays as it was', () => {
    const first = ItemList.empty().with([item(1), item(3)])
    const second = first.with([item(4)])
    expect(seqs(first)).toEqual([1, 3])
    expect(first.at(2)).toBeUndefined()
    expect(first.slice()).toHaveLength(2)
    expect(seqs(second)).toEqual([1, 3, 4])
    expect(second.with([])).toBe(second)
  })

  it('two continuations of one view do not mix', () => {
    const first = ItemList.empty().with([item(1)])
    expect(seqs(first.with([item(2)]))).toEqual([1, 2])
    expect(seqs(first.with([item(3)]))).toEqual([1, 3])
  })

  it('finds an item by its seq', () => {
    const list = ItemList.empty().with([item(1), item(3), item(10)])
    expect([1, 3, 10].map((seq) => list.indexOfSeq(seq))).toEqual([0, 1, 2])
    expect([0, 2, 11].map((seq) => list.indexOfSeq(seq))).toEqual([-1, -1, -1])
  })

  it('takes a million items in batches without copying', () => {
    let list = ItemList.empty()
    const start = performance.now()
    for (let i = 0; i < 10_000; i++) {
      list = list.with(Array.from({ length: 100 }, (_, j) => item(100 * i + j)))
    }
    expect(list.length).toBe(1_000_000)
    expect(list.indexOfSeq(777_777)).toBe(777_777)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('knows the last item of the handshake', () => {
    const list = ItemList.empty().with([item(1, 'key'), item(2, 'version packet'), item(3)])
    expect(latestHandshakeItem(list)?.seq).toBe(2)
    expect(latestHandshakeItem(ItemList.empty())).toBeUndefined()
  })
})
