// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../src/session/item.js'
import { ItemList } from '../../src/session/item-list.js'
import { ItemPacker } from '../../src/session/item-packer.js'

const MILLION = 1_000_000
const MOST_BYTES = 60_000_000
/** Items of a batch: 10,000 a second, at 60 batches. */
const BATCH = 167

/** A number of `digits` hex digits that looks random, and is another for every `i`. */
const scattered = (i: number, digits: number): string =>
  ((BigInt(i) * 0x9e37_79b9_7f4a_7c15n) % (1n << 64n)).toString(16).padStart(16, '0').slice(-digits)

const base = (i: number, number: number, wireBytes: number) => ({
  seq: 2 * i + 9,
  // to the microsecond
  time: Math.round(i * 97.123) / 1000,
  number,
  epoch: Math.floor(number / 224),
  wireBytes,
  contentsBytes: wireBytes - 20,
})

/** Pings of ours with their pongs, announcements, and decoys of the peer. */
function ordinary(i: number): WireItem {
  const inTurn = Math.floor(i / 4)
  const nonce = `nonce ${scattered(inTurn, 16)}`
  const size = 57 + 36 * (i % 50)
  switch (i % 4) {
    case 0: {
      const asks = { what: 'pong', count: 1 } as const
      const of = { direction: 'sent', kind: 'message', label: 'ping', summary: nonce } as const
      return { ...base(i, inTurn, 29), ...of, asks }
    }
    case 1: {
      const answers = { seq: 2 * (i - 1) + 9, count: 1 }
      const of = { direction: 'received', kind: 'message', label: 'pong', summary: nonce } as const
      return { ...base(i, 3 * inTurn, 29), ...of, answers }
    }
    case 2: {
      const summary = `${i} items: ${inTurn} tx`
      const of = { direction: 'received', kind: 'message', label: 'inv', summary } as const
      return { ...base(i, 3 * inTurn + 1, size), ...of }
    }
    default: {
      const of = { direction: 'received', kind: 'decoy', label: 'decoy' } as const
      return { ...base(i, 3 * inTurn + 2, size), ...of }
    }
  }
}

/** Nothing but pings, each with another text. */
const allDistinct = (i: number): WireItem => ({
  ...base(i, i, 29),
  direction: 'received',
  kind: 'message',
  label: 'ping',
  summary: `nonce ${scattered(i, 16)}`,
  asks: { what: 'pong', count: 1 },
})

describe.each([
  ['of an ordinary session', ordinary],
  ['whose texts are all distinct', allDistinct],
])('a million packets %s', (_, itemAt) => {
  let list = ItemList.empty()
  for (let i = 0; i < MILLION; ) {
    const packer = new ItemPacker()
    for (const end = Math.min(i + BATCH, MILLION); i < end; i++) packer.add(itemAt(i))
    list = list.with(packer.take())
  }

  it('take less than 60 MB', () => {
    expect(list.length).toBe(MILLION)
    expect(list.byteLength).toBeLessThan(MOST_BYTES)
  })

  it('are read back as they were put in', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => Number(`0x${scattered(i, 8)}`) % MILLION)
    for (const row of [0, MILLION - 1, ...rows]) {
      expect(list.at(row)).toEqual(itemAt(row))
      expect(list.indexOfSeq(itemAt(row).seq)).toBe(row)
    }
  })
})
