/** Sizes and gaps of a recording, to be drawn from by `mimic`. */

import type { TracePart } from './shape-trace.js'
import { LEAST_TICK_MS, type MimicSample, MOST_BYTES, MOST_TICK_MS } from './strategies.js'

/**
 * What goes out in less than 10 ms is one sample; gaps are whole ms.
 * @param segments of one direction, sorted by time
 * @returns empty where there is no gap between any two
 */
export function mimicModel(segments: readonly TracePart[]): MimicSample[] {
  const bursts: { readonly time: number; bytes: number }[] = []
  for (const { time, bytes } of segments) {
    const last = bursts.at(-1)
    if (last && time - last.time < LEAST_TICK_MS) last.bytes += bytes
    else bursts.push({ time, bytes })
  }
  return bursts.slice(0, -1).map(({ time, bytes }, n) => {
    const gapMs = Math.floor((bursts[n + 1]?.time ?? time) - time)
    return { gapMs: Math.min(gapMs, MOST_TICK_MS), bytes: Math.min(bytes, MOST_BYTES) }
  })
}
