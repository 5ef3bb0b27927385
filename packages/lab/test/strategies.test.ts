import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeTrace, type TracePart } from '../src/shaping/shape-trace.js'
import type { Random, Shaping } from '../src/shaping/strategies.js'

const UNTIL = 20_000

/** xorshift32: whole numbers alone. */
function seeded(seed: number): Random {
  let x = seed || 1
  return (limit) => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) % limit
  }
}

const packets = fc
  .array(
    fc.record({
      time: fc.integer({ min: 0, max: 10_000 }),
      bytes: fc.integer({ min: 20, max: 3000 }),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.toSorted((a, b) => a.time - b.time))

const total = (parts: readonly TracePart[]) => parts.reduce((sum, { bytes }) => sum + bytes, 0)

const shape = (shaping: Shaping | undefined, packets: readonly TracePart[], seed = 7) =>
  shapeTrace({ packets, shaping, random: seeded(seed), until: UNTIL })

const MODEL = [
  { gapMs: 10, bytes: 700 },
  { gapMs: 250, bytes: 31 },
  { gapMs: 40, bytes: 1 },
]

const EVERY: readonly Shaping[] = [
  { strategy: 'fixed rate', everyMs: 100, bytes: 50 },
  { strategy: 'poisson', meanMs: 100, bytes: 50 },
  { strategy: 'constant bit rate', tickMs: 20, bytes: 300 },
  { strategy: 'mimic', model: MODEL, name: 'a model' },
  { strategy: 'burst cover', most: 900 },
  { strategy: 'handshake decoys', count: 5, most: 400 },
]

describe('shapeTrace', () => {
  it.each(EVERY)('$strategy loses nothing, and keeps the order', (shaping) => {
    fc.assert(
      fc.property(packets, fc.integer(), (real, seed) => {
        const { segments, cost, leftAt } = shape(shaping, real, seed)
        expect(cost.realBytes).toBe(total(real))
        expect(total(segments)).toBe(cost.realBytes + cost.decoyBytes - cost.waitingBytes)
        expect(cost.waitingRealBytes).toBeLessThanOrEqual(cost.waitingBytes)
        const leftBytes = total(real.slice(0, cost.packets))
        const next = real[cost.packets]?.bytes ?? 0
        expect(cost.waitingRealBytes).toBeLessThanOrEqual(cost.realBytes - leftBytes)
        expect(cost.waitingRealBytes).toBeGreaterThanOrEqual(cost.realBytes - leftBytes - next)
        expect(leftAt.length).toBe(cost.packets)
        expect(
          leftAt.every((at, n) => at >= (real[n]?.time ?? 0) && at >= (leftAt[n - 1] ?? 0)),
        ).toBe(true)
        const delays = leftAt.map((at, n) => at - (real[n]?.time ?? 0))
        expect(cost.mostDelayMs).toBe(Math.max(0, ...delays))
        expect(cost.decoyBytes).toBeGreaterThanOrEqual(20 * cost.decoys)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves all as it is where nothing shapes it', () => {
    fc.assert(
      fc.property(packets, (real) => {
        const { segments, cost } = shape(undefined, real)
        expect(total(segments)).toBe(total(real))
        expect([cost.decoys, cost.mostDelayMs, cost.waitingBytes]).toEqual([0, 0, 0])
      }),
    )
  })

  it('sends exactly the bytes of a constant bit rate each tick, whatever waits', () => {
    fc.assert(
      fc.property(
        packets,
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 10, max: 500 }),
        (real, bytes, tickMs) => {
          const { segments } = shape({ strategy: 'constant bit rate', tickMs, bytes }, real)
          const ticks = Array.from({ length: Math.floor(UNTIL / tickMs) + 1 }, (_, n) => ({
            time: n * tickMs,
            bytes,
          }))
          expect(segments).toEqual(ticks)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('gives a constant bit rate the same wire for any two sessions', () => {
    fc.assert(
      fc.property(packets, packets, (one, two) => {
        const shaping: Shaping = { strategy: 'constant bit rate', tickMs: 50, bytes: 400 }
        expect(shape(shaping, one).segments).toEqual(shape(shaping, two).segments)
      }),
    )
  })

  it('gives a mimic the same wire for any two sessions, in pieces of its model', () => {
    fc.assert(
      fc.property(packets, packets, fc.integer(), (one, two, seed) => {
        const shaping: Shaping = { strategy: 'mimic', model: MODEL, name: 'a model' }
        const { segments } = shape(shaping, one, seed)
        expect(segments).toEqual(shape(shaping, two, seed).segments)
        for (const [n, { time, bytes }] of segments.slice(0, -1).entries()) {
          const gapMs = (segments[n + 1]?.time ?? 0) - time
          expect(MODEL).toContainEqual({ gapMs, bytes })
        }
      }),
    )
  })

  it('cuts a packet greater than a tick over ticks', () => {
    const { leftAt, cost } = shape({ strategy: 'constant bit rate', tickMs: 10, bytes: 100 }, [
      { time: 5, bytes: 1000 },
      { time: 5, bytes: 20 },
    ])
    // the tick at 0 was all decoy; ten ticks from 10 on hold the first, and an eleventh the second
    expect(leftAt).toEqual([100, 110])
    expect(cost).toMatchObject({ packets: 2, meanDelayMs: 100, mostDelayMs: 105 })
  })

  it('puts what is left of a decoy of 20 bytes into the next tick, and real packets behind it', () => {
    const { segments, leftAt } = shapeTrace({
      packets: [
        { time: 1, bytes: 25 },
        { time: 11, bytes: 29 },
      ],
      shaping: { strategy: 'constant bit rate', tickMs: 10, bytes: 30 },
      random: seeded(1),
      until: 30,
    })
    // at 10: 25 and 5 bytes of a decoy; at 20: its other 15, and 15 of the packet; at 30: the other 14
    expect(leftAt).toEqual([10, 30])
    expect(segments.map(({ bytes }) => bytes)).toEqual([30, 30, 30, 30])
  })

  it('sends a decoy on time at a fixed rate, and delays nothing', () => {
    const { segments, cost } = shape({ strategy: 'fixed rate', everyMs: 1000, bytes: 33 }, [
      { time: 1500, bytes: 99 },
    ])
    expect(segments.slice(0, 3)).toEqual([
      { time: 1000, bytes: 33 },
      { time: 1500, bytes: 99 },
      { time: 2000, bytes: 33 },
    ])
    expect(cost).toMatchObject({ decoys: 20, decoyBytes: 660, mostDelayMs: 0 })
  })

  it('waits without a memory where decoys come as Poisson has it', () => {
    const { segments } = shapeTrace({
      packets: [],
      shaping: { strategy: 'poisson', meanMs: 200, bytes: 20 },
      random: seeded(3),
      until: 2_000_000,
    })
    const gaps = segments.map(({ time }, n) => time - (segments[n - 1]?.time ?? 0))
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length
    // of ten thousand waits, both are off by 1 % as a rule
    expect(mean).toBeGreaterThan(190)
    expect(mean).toBeLessThan(210)
    expect(Math.sqrt(variance) / mean).toBeGreaterThan(0.95)
    expect(Math.sqrt(variance) / mean).toBeLessThan(1.05)
  })

  it('puts a decoy into the burst of each real packet, no greater than asked', () => {
    fc.assert(
      fc.property(packets, fc.integer({ min: 20, max: 100_000 }), (real, most) => {
        const { segments, cost } = shape({ strategy: 'burst cover', most }, real)
        expect(cost.decoys).toBe(real.length)
        expect(new Set(segments.map(({ time }) => time))).toEqual(
          new Set(real.map(({ time }) => time)),
        )
        expect(cost.decoyBytes).toBeLessThanOrEqual(real.length * most)
      }),
    )
  })

  it('sends handshake decoys at the beginning, and nothing of its own later', () => {
    const { segments, cost } = shape({ strategy: 'handshake decoys', count: 9, most: 300 }, [
      { time: 70, bytes: 61 },
    ])
    expect(segments).toEqual([
      { time: 0, bytes: cost.decoyBytes },
      { time: 70, bytes: 61 },
    ])
    expect(cost.decoys).toBe(9)
  })
})
