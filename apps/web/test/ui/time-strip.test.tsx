import fc from 'fast-check'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { ItemList } from '../../src/session/item-list.js'
import { parseFilter } from '../../src/ui/packets/filter.js'
import { PacketList } from '../../src/ui/packets/PacketList.js'
import { plotOf, secondsText, ticksOf } from '../../src/ui/packets/time-axis.js'
import { BINS, TimeBins } from '../../src/ui/packets/time-bins.js'
import { packetsIn, rangeIn, withRange } from '../../src/ui/packets/time-range.js'
import { packed } from '../session/packed.js'
import { byTestId, ESTABLISHED, HANDSHAKE_ITEMS, item, render, testStore } from './support.js'

const listOf = (items: Parameters<typeof packed>[0]) => ItemList.empty().with(packed(items))
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)

const steps = fc.array(
  fc.record({
    later: fc.double({ min: 0, max: 5000, noNaN: true }),
    sent: fc.boolean(),
    decoy: fc.boolean(),
    size: fc.integer({ min: 20, max: 5000 }),
  }),
  { maxLength: 80 },
)
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never

function itemsOf(all: Steps) {
  let time = 0
  return all.map(({ later, sent, decoy, size }, i) => {
    time += later
    return item(i, {
      time,
      direction: sent ? 'sent' : 'received',
      kind: decoy ? 'decoy' : 'message',
      wireBytes: size,
    })
  })
}

describe('the bins of time', () => {
  it('hold each packet once, at its time, however many times they have doubled', () => {
    fc.assert(
      fc.property(steps, fc.nat(80), (all, cut) => {
        const items = itemsOf(all)
        const bins = new TimeBins()
        bins.lookAt(listOf(items.slice(0, cut)))
        const whole = listOf(items)
        bins.lookAt(whole)
        for (const way of ['sent', 'received'] as const) {
          const those = items.filter(({ direction }) => direction === way)
          const decoys = those.filter(({ kind }) => kind === 'decoy')
          expect(sum(bins.packets[way].all)).toBe(those.length)
          expect(sum(bins.packets[way].decoys)).toBe(decoys.length)
          expect(sum(bins.bytes[way].all)).toBe(those.reduce((n, i) => n + i.wireBytes, 0))
        }
        for (let i = 0; i < bins.used; i++) {
          const inBin = items.filter(({ time }) => Math.floor(time / bins.width) === i)
          expect((bins.packets.sent.all[i] ?? 0) + (bins.packets.received.all[i] ?? 0)).toBe(
            inBin.length,
          )
        }
        expect(bins.used).toBeLessThanOrEqual(BINS)
      }),
    )
  })

  it('begin anew where the list is shorter, and leave out what is no packet', () => {
    const bins = new TimeBins()
    bins.lookAt(listOf([item(1, { kind: 'key' }), item(2), item(3), item(4)]))
    expect(sum(bins.packets.sent.all)).toBe(3)
    bins.lookAt(listOf([item(1, { kind: 'key' }), item(2)]))
    expect(sum(bins.packets.sent.all)).toBe(1)
  })

  it('are drawn from the middle, decoys at the outer end', () => {
    const bins = new TimeBins()
    bins.lookAt(listOf([item(0, { time: 0 }), item(1, { time: 0, kind: 'decoy' })]))
    const plot = plotOf(bins, 'packets', { width: 100, height: 40 })
    expect(plot.sent).toBe('M0.0 20.0h99.0v-10.0h-99.0z')
    expect(plot.sentDecoys).toBe('M0.0 10.0h99.0v-10.0h-99.0z')
    expect(plot.received).toBe('')
  })
})

describe('the times below the strip', () => {
  it.each<[number, number, readonly string[]]>([
    [2500, 6, ['0.0', '0.5', '1.0', '1.5', '2.0', '2.5']],
    [40, 5, ['0.00', '0.01', '0.02', '0.03', '0.04']],
    [3_600_000, 4, ['0', '1000', '2000', '3000']],
    [0, 5, []],
    [100, 0, []],
  ])('of %d ms, in room for %d: %j', (end, most, texts) => {
    expect(ticksOf(end, most).map(({ text }) => text)).toEqual(texts)
  })
  it('have as many digits as tell bars apart', () => {
    expect(secondsText(1234.5678, 1)).toBe('1.2346')
    expect(secondsText(1234.5678, 512)).toBe('1.2')
    expect(secondsText(90_000, 1024)).toBe('90')
  })
})

describe('the range of time in the filter', () => {
  const range = { min: 1500, max: 2000 }
  it.each<[string, string]>([
    ['', 'time:1.5..2'],
    ['dir:in', 'dir:in time:1.5..2'],
    ['time:0..1 dir:in', 'time:1.5..2 dir:in'],
    ['dir:in or type:inv', '(dir:in or type:inv) time:1.5..2'],
    ['(dir:in or time:0..1)', '(dir:in or time:0..1) time:1.5..2'],
    ['-time:0..1', '-time:0..1 time:1.5..2'],
    ['time>1', 'time>1 time:1.5..2'],
  ])('is written into %j', (before, after) => {
    expect(withRange(before, range, 100)).toBe(after)
    const parsed = parseFilter(after)
    expect(parsed.ok && rangeIn(parsed.filter.condition)).toMatchObject(range)
  })
  it.each([
    ['time:1.5..2', ''],
    ['time:1.5..2 dir:in', 'dir:in'],
    ['dir:in time:1.5..2', 'dir:in'],
    ['dir:in', 'dir:in'],
  ])('is taken out of %j', (before, after) => {
    expect(withRange(before, undefined, 100)).toBe(after)
  })

  it('has as many packets as there are', () => {
    fc.assert(
      fc.property(steps, fc.nat(60_000), fc.nat(60_000), (all, a, b) => {
        const items = itemsOf(all)
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        const wanted = items.filter(({ time }) => time >= min && time <= max).length
        expect(packetsIn(listOf(items), { min, max })).toBe(wanted)
      }),
    )
  })
})

describe('the strip', () => {
  it('filters by time with the keys of its two ends, and says how many that leaves', async () => {
    const test = testStore()
    const later = Array.from({ length: 40 }, (_, i) => item(20 + i, { time: 1000 + 50 * i }))
    test.batch([...HANDSHAKE_ITEMS, ...later], ESTABLISHED)
    const root = await render(<PacketList />, test)
    const press = (id: string, key: string) =>
      act(async () =>
        byTestId(root, id)[0]?.dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey: true, bubbles: true }),
        ),
      )
    const filter = () =>
      byTestId(root, 'packet-filter').map((field) => 'value' in field && field.value)[0]
    await press('time-min', 'ArrowRight')
    expect(filter()).toMatch(/^time:0\.\d+\.\.2\.\d+$/)
    expect(byTestId(root, 'time-range')[0]?.textContent).toContain('40 packets')
    expect(byTestId(root, 'packet-count')[0]?.textContent).toBe('40 of 43')
    await press('time-min', 'End')
    expect(byTestId(root, 'time-min')[0]?.getAttribute('aria-valuenow')).toMatch(/^2\.9/)
    await press('time-min', 'Escape')
    expect(filter()).toBe('')
    expect(byTestId(root, 'time-range')).toHaveLength(0)
  })
})
