/** What is seen of each burst: features of the window from its beginning on. */

import type { TracePart } from '@v2scope/lab'
import type { Burst } from './session-trace.js'
import { BURST_CLASSES, FEATURES, type Feature } from './traffic-study.js'

/** One burst as an observer has it, and what it was. */
export interface Window {
  /** Index in `BURST_CLASSES`. */
  readonly burst: number
  /** A bucket for each of `FEATURES`. */
  readonly buckets: readonly number[]
}

/** What went over the wire, each direction in order of time. */
export interface WireTrace {
  readonly sent: readonly TracePart[]
  readonly received: readonly TracePart[]
}

/** 2³¹ bytes are in the last. */
export const BUCKETS = 33

/** 0 for nothing, else how many bits it takes: 1 + ⌊log₂ n⌋, in whole numbers. */
export function bucketOf(n: number): number {
  let bits = 0
  for (let rest = n; rest >= 1; rest /= 2) bits += 1
  return Math.min(bits, BUCKETS - 1)
}

/** @param bursts in order of time @param windowMs from the beginning of each */
export function windowsOf(
  wire: WireTrace,
  bursts: readonly Burst[],
  windowMs: number,
): readonly Window[] {
  const sent = new WindowReader(wire.sent)
  const received = new WindowReader(wire.received)
  return bursts.map(({ at, burst }) => {
    const ours = sent.read(at, at + windowMs)
    const theirs = received.read(at, at + windowMs)
    const values: Readonly<Record<Feature, number>> = {
      'bytes sent': ours.bytes,
      'bytes received': theirs.bytes,
      'segments sent': ours.segments,
      'segments received': theirs.segments,
      'largest sent': ours.largest,
      'largest received': theirs.largest,
    }
    return {
      burst: BURST_CLASSES.indexOf(burst),
      buckets: FEATURES.map((feature) => bucketOf(values[feature])),
    }
  })
}

/** Goes through a direction once. */
class WindowReader {
  readonly #segments: readonly TracePart[]
  #next = 0

  constructor(segments: readonly TracePart[]) {
    this.#segments = segments
  }

  /** Of [from, until), which does not begin before the end of the one before. */
  read(from: number, until: number) {
    let [bytes, segments, largest] = [0, 0, 0]
    for (; ; this.#next += 1) {
      const segment = this.#segments[this.#next]
      if (!segment || segment.time >= until) return { bytes, segments, largest }
      if (segment.time < from) continue
      bytes += segment.bytes
      segments += 1
      largest = Math.max(largest, segment.bytes)
    }
  }
}
