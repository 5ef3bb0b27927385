/** Frames a second, and the work of a frame, of each round, as rows. */

import type { Row } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'
import { type Frames, p95 } from './frames.js'

/** @param rounds by contender */
export function frameRows(
  id: string,
  what: string,
  rounds: ReadonlyMap<string, readonly Frames[]>,
): Row[] {
  const row = (
    key: string,
    said: string,
    unit: Row['unit'],
    of: (frames: Frames) => number,
  ): Row => ({
    id: `page/${id}-${key}`,
    where: 'chromium',
    what: `${what}: ${said}`,
    unit,
    results: [...rounds].map(([contender, frames]) => ({
      contender,
      ...summarise(frames.map(of)),
    })),
  })
  return [
    row('frames', 'frames', 'frames/s', ({ framesPerSecond }) => framesPerSecond),
    // of 100 frames 95 have no more
    row('work', 'work of a frame, p95', 'ms', p95),
    row('longest', 'longest task', 'ms', ({ longest }) => longest),
  ]
}
