import { expect, it } from 'vitest'
import { decodePlan, encodePlan } from '../page/flood-plan.js'
import { framesOf, p95, type TraceEvent } from '../page/frames.js'

const MAIN = { pid: 1, tid: 1 }
const mark = (ms: number): TraceEvent => ({
  ...MAIN,
  name: 'v2scope-frame',
  ph: 'I',
  ts: 1000 * ms,
})
const task = (ms: number, length: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  ...MAIN,
  name: 'RunTask',
  ph: 'X',
  ts: 1000 * ms,
  dur: 1000 * length,
  ...more,
})

it('adds up what the main thread did in each frame, and nothing else', () => {
  const frames = framesOf([
    mark(0),
    task(1, 2),
    task(5, 3),
    task(6, 1), // within the one before
    task(8, 9, { tid: 2 }), // of another thread
    mark(16),
    task(20, 7),
    mark(32),
    mark(48),
    task(50, 5), // after the last
  ])
  expect(frames.work).toEqual([5, 7, 0])
  expect(frames.longest).toBe(7)
  expect(frames.framesPerSecond).toBeCloseTo(62.5)
  expect(p95(frames)).toBeCloseTo(6.8)
})

it('counts the time that the thread ran, not that it waited for the processor', () => {
  const { work, longest } = framesOf([mark(0), task(1, 10, { tdur: 2000 }), mark(16), mark(32)])
  expect(work).toEqual([2, 0])
  expect(longest).toBe(10)
})

it('does not speak of a page that drew nothing', () => {
  expect(() => framesOf([mark(0)])).toThrow('drew nothing')
})

it('hands a plan on in the seed of a session', () => {
  const plan = { held: 1_000_000, atOnce: 160, messages: 300 }
  expect(decodePlan(encodePlan(plan))).toEqual(plan)
  expect(encodePlan(plan).length).toBeLessThanOrEqual(64)
})
