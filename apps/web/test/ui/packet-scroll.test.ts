import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_SPACER,
  maxOffset,
  maxScrollTop,
  offsetAt,
  scrollTopAt,
} from '../../src/ui/packets/scroll-map.js'
import {
  atEnd,
  contentOf,
  isCut,
  resized,
  type Standing,
  scrolled,
  settled,
  showing,
  unseenRows,
  withRows,
} from '../../src/ui/packets/standing.js'

const VIEW = 600
const extentOf = (at: Standing) => ({ content: contentOf(at), view: at.view })
const start = (rows: number, rowHeight = 23): Standing =>
  atEnd({ rows, rowHeight, view: VIEW, offset: 0, scrollTop: 0, left: undefined })

/** As a browser has it: what is scrolled stays within what there is. */
const wheel = (at: Standing, by: number): Standing =>
  scrolled(at, Math.min(Math.max(at.scrollTop + by, 0), maxScrollTop(extentOf(at))))
const drag = (at: Standing, share: number): Standing =>
  scrolled(at, Math.round(share * maxScrollTop(extentOf(at))))
/** Px from the top of what is in sight to the top of a row. */
const placeOf = (at: Standing, row: number): number => row * at.rowHeight - at.offset

const rowCounts = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1_500_000 }))
const heights = fc.constantFrom(23, 40)
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ wheel: fc.integer({ min: -VIEW, max: VIEW }) }) },
    { weight: 2, arbitrary: fc.record({ drag: fc.double({ min: 0, max: 1, noNaN: true }) }) },
    { weight: 3, arbitrary: fc.record({ rows: fc.integer({ min: 1, max: 40_000 }) }) },
    { weight: 1, arbitrary: fc.record({ show: fc.double({ min: 0, max: 1, noNaN: true }) }) },
    { weight: 1, arbitrary: fc.record({ rest: fc.constant(true) }) },
  ),
  { maxLength: 60 },
)
type Step = typeof steps extends fc.Arbitrary<(infer T)[]> ? T : never

function take(at: Standing, step: Step): Standing {
  if ('wheel' in step) return wheel(at, step.wheel)
  if ('drag' in step) return drag(at, step.drag)
  if ('rows' in step) return withRows(at, at.rows + step.rows)
  if ('show' in step) return showing(at, Math.floor(step.show * (at.rows - 1)), 'middle')
  return settled(at)
}

describe('the scrollbar of a list that is taller than a browser scrolls', () => {
  const extents = fc.record({
    content: fc.integer({ min: 0, max: 80_000_000 }),
    view: fc.integer({ min: 100, max: 2500 }),
  })

  it('reaches both ends, and goes forward only', () => {
    fc.assert(
      fc.property(extents, fc.nat(MAX_SPACER), fc.nat(5000), (extent, scrollTop, by) => {
        expect(offsetAt(0, extent)).toBe(0)
        expect(offsetAt(maxScrollTop(extent), extent)).toBe(maxOffset(extent))
        expect(offsetAt(scrollTop + by, extent)).toBeGreaterThanOrEqual(offsetAt(scrollTop, extent))
      }),
    )
  })

  it('is where its offset is, to the px', () => {
    fc.assert(
      fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
        const scrollTop = Math.round(share * maxScrollTop(extent))
        expect(scrollTopAt(offsetAt(scrollTop, extent), extent)).toBe(scrollTop)
      }),
    )
  })

  it('is one to one where a list is no taller', () => {
    expect(offsetAt(123_456, { content: MAX_SPACER, view: VIEW })).toBe(123_456)
  })
})

describe('a list in its scroller', () => {
  it('is moved by a wheel as far as the wheel turns, wherever it is', () => {
    fc.assert(
      fc.property(rowCounts, heights, steps, (rows, height, many) => {
        let at = start(rows, height)
        for (const step of many) {
          const before = at
          at = take(at, step)
          if (!('wheel' in step)) continue
          const wanted = before.offset + step.wheel
          expect(at.offset).toBeCloseTo(
            Math.min(Math.max(wanted, 0), maxOffset(extentOf(before))),
            6,
          )
        }
      }),
    )
  })

  it('has each row that is read where it was when others come, and counts them', () => {
    fc.assert(
      fc.property(rowCounts, heights, steps, (rows, height, many) => {
        let at = start(rows, height)
        for (const step of many) {
          const before = at
          at = take(at, step)
          if (!('rows' in step) && !('rest' in step)) continue
          if (before.left === undefined) expect(maxOffset(extentOf(at)) - at.offset).toBeLessThan(3)
          else {
            expect(placeOf(at, 7)).toBeCloseTo(placeOf(before, 7), 6)
            expect(unseenRows(at) - unseenRows(before)).toBe(at.rows - before.rows)
          }
        }
      }),
    )
  })

  it('stays within its spacer', () => {
    fc.assert(
      fc.property(rowCounts, heights, steps, (rows, height, many) => {
        let at = start(rows, height)
        for (const step of many) {
          at = take(at, step)
          const extent = extentOf(at)
          expect(at.scrollTop).toBeGreaterThanOrEqual(0)
          expect(at.scrollTop).toBeLessThanOrEqual(maxScrollTop(extent))
          expect(at.offset).toBeGreaterThanOrEqual(0)
          expect(at.offset).toBeLessThanOrEqual(maxOffset(extent))
        }
      }),
    )
  })

  it('shows any row of a million, from anywhere', () => {
    fc.assert(
      fc.property(heights, steps, fc.nat(999_999), (height, many, row) => {
        const at = showing(many.reduce(take, start(1_000_000, height)), row, 'nearest')
        expect(placeOf(at, row)).toBeGreaterThanOrEqual(0)
        expect(placeOf(at, row) + height).toBeLessThanOrEqual(VIEW)
      }),
    )
  })

  it('is wheeled to its first and its last row', () => {
    for (const height of [23, 40]) {
      const rows = 1_000_000
      let up = showing(start(rows, height), 60, 'nearest')
      for (let i = 0; i < 60; i++) up = wheel(up, -100)
      expect(up.offset).toBe(0)
      let down = showing(start(rows, height), rows - 60, 'nearest')
      for (let i = 0; i < 60; i++) down = wheel(down, 100)
      expect(placeOf(down, rows)).toBe(VIEW)
      expect(down.left).toBeUndefined()
    }
  })

  it('is dragged to a place, not over a distance', () => {
    const half = drag(drag(start(1_000_000), 0.1), 0.5)
    expect(half.offset / maxOffset(extentOf(half))).toBeCloseTo(0.5, 3)
  })

  it('follows its end until the reader scrolls up, however little, and again from its end on', () => {
    const at = start(1000)
    expect(unseenRows(withRows(at, 1200))).toBe(0)
    const away = withRows(wheel(at, -2), 1200)
    expect(unseenRows(away)).toBe(200)
    expect(away.offset).toBe(at.offset - 2)
    const back = withRows(wheel(wheel(away, 4600), 10), 1300)
    expect(back.left).toBeUndefined()
    expect(back.offset).toBe(maxOffset(extentOf(back)))
  })

  it('keeps the first row in sight the first where rows become higher', () => {
    const at = showing(start(500_000), 100, 'nearest')
    expect(placeOf(resized(at, VIEW, 40), 100)).toBe(0)
  })

  it('does not take a cut for a scroll of the reader', () => {
    const at = start(1000)
    const most = maxScrollTop({ content: 400 * 23, view: VIEW })
    expect(isCut(at, 400, VIEW, most)).toBe(true)
    expect(isCut(at, 400, VIEW, most - 30)).toBe(false)
    expect(isCut(at, 1000, VIEW, at.scrollTop - 30)).toBe(false)
  })
})
