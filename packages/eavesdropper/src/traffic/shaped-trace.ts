/** A session as it would be on the wire if it were shaped. */

import { type Shaping, type ShapingPlan, shapeTrace, type TracePart } from '@v2scope/lab'
import { randomBelow } from '@v2scope/peer'
import { seededRandom } from '@v2scope/recording/simulation'
import type { SessionTrace } from './session-trace.js'
import type { WireTrace } from './windows.js'

/** What shaping costs, in sums. */
export interface Costs {
  realBytes: number
  wireBytes: number
  packets: number
  delayMs: number
  unsentBytes: number
}

export const noCosts = (): Costs => ({
  realBytes: 0,
  wireBytes: 0,
  packets: 0,
  delayMs: 0,
  unsentBytes: 0,
})

/** Not shaped: what is put out at one time is one segment. */
export function plainWire(trace: SessionTrace): WireTrace {
  return {
    sent: direction(trace.sent, trace.end, undefined, 'plain', noCosts()),
    received: direction(trace.received, trace.end, undefined, 'plain', noCosts()),
  }
}

/**
 * Both directions, or ours alone. An answer keeps the time that it had without shaping: where
 * something waits, it waits by itself, and not also for what it answers.
 * @param seed of what is random in the shaping @param costs are added to
 */
export function shapedWire(
  trace: SessionTrace,
  { shaping, isBothWays = false }: ShapingPlan,
  seed: string,
  costs: Costs,
): WireTrace {
  const { sent, received, end } = trace
  const theirs = isBothWays ? shaping : undefined
  return {
    sent: direction(sent, end, shaping, `${seed}: sent`, costs),
    received: direction(received, end, theirs, `${seed}: received`, costs),
  }
}

function direction(
  packets: readonly TracePart[],
  until: number,
  shaping: Shaping | undefined,
  seed: string,
  costs: Costs,
): readonly TracePart[] {
  const bytes = seededRandom(seed)
  const random = (limit: number) => randomBelow(bytes, limit)
  const { segments, leftAt } = shapeTrace({ packets, shaping, random, until })
  const wireBytes = total(segments)
  costs.wireBytes += wireBytes
  for (const [i, packet] of packets.entries()) {
    const left = leftAt[i]
    costs.realBytes += packet.bytes
    costs.packets += 1
    // what still waits at the end has waited until then, at least
    costs.delayMs += (left ?? until) - packet.time
    if (left === undefined) costs.unsentBytes += packet.bytes
  }
  return segments
}

const total = (parts: readonly TracePart[]) => parts.reduce((sum, { bytes }) => sum + bytes, 0)
