/** The strategies applied to a list of packets: what would be on the wire, without any encryption. */

import { ShapedQueue } from './shaped-queue.js'
import type { ShapingCost } from './shaping-plan.js'
import { type Clock, handshakeDecoys, type Random, type Shaping, step } from './strategies.js'

/** Bytes of one direction at a time, in ms. */
export interface TracePart {
  readonly time: number
  readonly bytes: number
}

export interface TraceOptions {
  /** Real packets of one direction by their bytes on the wire, sorted by time. */
  readonly packets: readonly TracePart[]
  /** Undefined: they pass as they come. */
  readonly shaping: Shaping | undefined
  readonly random: Random
  /** When the keys stand: shaping begins. Default 0; no packet is before it. */
  readonly from?: number
  /** Nothing happens after it; what waits then stays. */
  readonly until: number
}

export interface ShapedTrace {
  /** What goes out at one time is one segment. */
  readonly segments: readonly TracePart[]
  readonly cost: ShapingCost
  /** When the last byte of each packet left, in ms, in their order; shorter where some still wait. */
  readonly leftAt: readonly number[]
}

/** One direction. Real packets that come when a tick is due come before it. */
export function shapeTrace({
  packets,
  shaping,
  random,
  from = 0,
  until,
}: TraceOptions): ShapedTrace {
  const queue = new ShapedQueue()
  const segments: TracePart[] = []
  const leftAt: number[] = []
  let nextAt: number | undefined
  const act = (cause: Clock['cause'], now: number, arrived: readonly number[] = []) => {
    for (const bytes of arrived) queue.add('real', bytes, now)
    const { decoys, letGo, ...then } = shaping
      ? step(shaping, { now, nextAt, cause }, { bytes: queue.bytes, arrived }, random)
      : { decoys: [], letGo: 'all' as const, nextAt: undefined }
    for (const bytes of decoys) queue.add('decoy', bytes, now)
    const gone = queue.letGo(letGo, now)
    for (let n = 0; n < gone.packets; n++) leftAt.push(now)
    addSegment(segments, now, gone.bytes)
    nextAt = then.nextAt
  }
  for (const bytes of handshakeDecoys(shaping, random)) queue.add('decoy', bytes, from)
  act('start', from)
  for (let n = 0; ; ) {
    const arrival = packets[n]?.time ?? Number.POSITIVE_INFINITY
    const due = nextAt ?? Number.POSITIVE_INFINITY
    const now = Math.min(arrival, due)
    if (now > until || now === Number.POSITIVE_INFINITY) break
    if (due < arrival) {
      act('timer', due)
      continue
    }
    const same = countOfTime(packets, n)
    act(
      'packets',
      arrival,
      packets.slice(n, n + same).map(({ bytes }) => bytes),
    )
    n += same
  }
  return { segments, cost: queue.cost, leftAt }
}

function countOfTime(packets: readonly TracePart[], from: number): number {
  let n = from
  while (n < packets.length && packets[n]?.time === packets[from]?.time) n += 1
  return n - from
}

function addSegment(segments: TracePart[], time: number, bytes: number): void {
  if (bytes === 0) return
  const last = segments.at(-1)
  if (last?.time === time) segments[segments.length - 1] = { time, bytes: last.bytes + bytes }
  else segments.push({ time, bytes })
}
