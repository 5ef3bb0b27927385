/** Frames that a page had while something went on, and the work of its main thread in each. */

import type { Browser, Page } from 'playwright-core'
import { quantile } from '../measure/statistics.js'

/** A mark at each frame: by these the work of the main thread is told apart. */
const FRAME = 'v2scope-frame'
const TASK = 'RunTask'
/** Of the marks and of the tasks; more of them would slow down what is watched. */
const CATEGORIES = ['blink.user_timing', 'disabled-by-default-devtools.timeline']

export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** µs */
  readonly ts: number
  /** µs */
  readonly dur?: number
  /** µs that the thread ran, which is less where others had the processor, or it waited. */
  readonly tdur?: number
}

export interface Frames {
  readonly framesPerSecond: number
  /** ms that the main thread ran in each frame, in order. */
  readonly work: readonly number[]
  /** The longest that the main thread did one thing, in ms by the clock. */
  readonly longest: number
}

/** Work of the main thread between each mark of a frame and the next. */
export function framesOf(events: readonly TraceEvent[]): Frames {
  const marks = events.filter(({ name }) => name === FRAME).sort((a, b) => a.ts - b.ts)
  const [first] = marks
  const last = marks.at(-1)
  if (!first || !last || marks.length < 3) throw new Error('the page drew nothing')
  const tasks = events
    .filter(({ name, pid, tid, ts, dur }) => {
      const isHere = pid === first.pid && tid === first.tid && ts >= first.ts && ts < last.ts
      return isHere && dur !== undefined && name === TASK
    })
    .sort((a, b) => a.ts - b.ts)
  const work = marks.slice(1).map(() => 0)
  let longest = 0
  let frame = 0
  let until = 0
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    // a task within a task has been counted
    if (ts < until) continue
    until = ts + dur
    while (frame < work.length - 1 && ts >= (marks[frame + 1]?.ts ?? 0)) frame++
    work[frame] = (work[frame] ?? 0) + tdur / 1000
    longest = Math.max(longest, dur / 1000)
  }
  return { framesPerSecond: (1e6 * work.length) / (last.ts - first.ts), work, longest }
}

export const p95 = ({ work }: Frames): number => quantile(work, 0.95)

/** @param act what goes on meanwhile; it is over when the promise is kept */
export async function watchFrames(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await page.evaluate((name) => {
    const mark = () => {
      performance.mark(name)
      performance.clearMarks(name)
      window.v2scopeFrame = requestAnimationFrame(mark)
    }
    mark()
  }, FRAME)
  try {
    await act()
  } finally {
    await page.evaluate(() => cancelAnimationFrame(window.v2scopeFrame ?? 0))
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'))
  return framesOf(traceEvents)
}

declare global {
  interface Window {
    v2scopeFrame?: number
  }
}
