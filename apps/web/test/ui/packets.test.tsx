import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { ToWorker } from '../../src/session/contract.js'
import type { Rekey } from '../../src/session/status.js'
import { runCommand } from '../../src/ui/commands/registry.js'
import { PacketList } from '../../src/ui/packets/PacketList.js'
import { RekeyPlaces } from '../../src/ui/packets/placed-rekeys.js'
import { rowsOf } from '../../src/ui/packets/row-index.js'
import { atTail, windowOf } from '../../src/ui/packets/windower.js'
import { unpacked } from '../session/packed.js'
import {
  byTestId,
  ESTABLISHED,
  HANDSHAKE_ITEMS,
  item,
  render,
  STATS,
  testStore,
  type,
} from './support.js'

const ROW = 20

describe('the windower', () => {
  it('draws what is in sight, and keeps the height of all', () => {
    for (const scrollTop of [-500, 0, 7, 19_990, 999_400, 5_000_000]) {
      const { start, end, above, below } = windowOf(50_000, ROW, { scrollTop, height: 600 })
      expect(end - start).toBeLessThan(60)
      expect(above + (end - start) * ROW + below).toBe(50_000 * ROW)
      for (let y = Math.max(scrollTop, 0); y < Math.min(scrollTop + 600, 1_000_000); y += ROW) {
        const row = Math.floor(y / ROW)
        expect(row >= start && row < end).toBe(true)
      }
    }
  })
  it('draws nothing of nothing', () => {
    expect(windowOf(0, ROW, { scrollTop: 0, height: 600 })).toEqual({
      start: 0,
      end: 0,
      above: 0,
      below: 0,
    })
  })
  it('knows its tail, give or take a row', () => {
    expect(atTail({ scrollTop: 385, height: 600 }, 1000, ROW)).toBe(true)
    expect(atTail({ scrollTop: 300, height: 600 }, 1000, ROW)).toBe(false)
  })
})

describe('the rows', () => {
  const rekey = (seq: number): Rekey => ({
    seq,
    time: seq,
    cipher: 'FSChaCha20Poly1305',
    of: 'sent',
    epoch: 1,
  })

  it('have the changes of keys where they happened', () => {
    const items = [item(0), item(2), item(6), item(9)]
    const placed = new RekeyPlaces().lookAt([rekey(3), rekey(8)], items)
    const rows = rowsOf([item(0)], items, 1, placed)
    const seqs = Array.from({ length: rows.length }, (_, i) => {
      const row = rows.at(i)
      return row?.type === 'item' ? row.item.seq : `k${row?.event.seq}`
    })
    expect(seqs).toEqual([0, 2, 'k3', 6, 'k8', 9])
    expect([0, 2, 6, 9, 5].map((seq) => rows.rowOf(seq))).toEqual([0, 1, 3, 5, -1])
  })
})

describe('the list of packets', () => {
  it('draws some of 50,000 rows, decoys marked', async () => {
    const test = testStore()
    const items = Array.from({ length: 50_000 }, (_, i) =>
      item(100 + i, { kind: i % 2 === 0 ? 'decoy' : 'message' }),
    )
    test.batch([...HANDSHAKE_ITEMS, ...items], ESTABLISHED)
    const root = await render(<PacketList />, test)
    const rows = byTestId(root, 'packet-row')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(100)
    expect(root.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('50004')
  })

  it('leaves keys and garbage to the ladder, and is walked by arrow keys', async () => {
    const test = testStore()
    test.batch([...HANDSHAKE_ITEMS, item(20)], ESTABLISHED)
    const root = await render(<PacketList />, test)
    expect(byTestId(root, 'packet-row')).toHaveLength(4)
    const grid = root.querySelector('[role=grid]')
    const press = (key: string) =>
      act(async () => grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
    await press('End')
    expect(test.store.getState().current?.selected).toBe(20)
    await press('ArrowUp')
    expect(test.store.getState().current?.selected).toBe(12)
    expect(test.posted.at(-1)).toEqual({ type: 'detail', session: 1, seq: 12 })
  })
})

function exported(posted: readonly ToWorker[]): unknown[] {
  const asked = posted.at(-1)
  if (asked?.type !== 'export') return []
  return [asked.format, ...unpacked(asked.items).map(({ seq }) => seq)]
}

describe('the list of packets, filtered', () => {
  async function list() {
    const test = testStore()
    test.batch([...HANDSHAKE_ITEMS, item(20), item(21, { label: 'inv' })], {
      ...ESTABLISHED,
      stats: STATS,
    })
    const root = await render(<PacketList />, test)
    const [field = null] = byTestId(root, 'packet-filter')
    const text = (id: string) => byTestId(root, id)[0]?.textContent
    return { test, root, field, text, rows: () => byTestId(root, 'packet-row').length }
  }

  it('shows what the filter leaves, as it comes, and how many of how many', async () => {
    const { test, field, text, rows } = await list()
    expect(rows()).toBe(5)
    await type(field, 'type:inv')
    expect(rows()).toBe(1)
    expect(text('packet-count')).toBe('1 of 5')
    await act(async () => test.batch([item(22, { label: 'inv' }), item(23)], ESTABLISHED))
    expect(rows()).toBe(2)
    expect(text('packet-count')).toBe('2 of 7')
    await type(field, '')
    expect(rows()).toBe(7)
  })

  it('says what is wrong, and keeps to the last good filter meanwhile', async () => {
    const { field, text, rows } = await list()
    await type(field, 'type:inv')
    await type(field, 'type:inv dekoy:no')
    expect(text('filter-problem')).toContain('dekoy: there is no such word')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(rows()).toBe(1)
  })

  it('exports the packets that are left', async () => {
    const { test, root, field } = await list()
    await act(async () => byTestId(root, 'export-csv')[0]?.click())
    expect(exported(test.posted)).toEqual(['csv', 6, 11, 12, 20, 21])
    await type(field, 'decoy:no dir:in')
    await act(async () => byTestId(root, 'export-json')[0]?.click())
    expect(exported(test.posted)).toEqual(['json', 12])
    await act(async () =>
      test.tell({ type: 'not_made', code: 'UNEXPECTED', message: 'There is no room.' }),
    )
    expect(byTestId(root, 'filter-problem')[0]?.textContent).toBe('There is no room.')
  })

  it('is led to by its command', async () => {
    const { field } = await list()
    act(() => {
      runCommand('filter')
    })
    expect(document.activeElement).toBe(field)
  })
})
