/** Keeps the newest segments of a session, within a bound of memory. */

import type { SegmentCount, SegmentSample } from './segments.js'

/** Of each 13 bytes are kept. */
export const MOST_SEGMENTS = 65_536
const FIRST_CAPACITY = 1024

interface Columns {
  readonly times: Float64Array
  readonly bytes: Uint32Array
  readonly isSent: Uint8Array
}

const columns = (length: number): Columns => ({
  times: new Float64Array(length),
  bytes: new Uint32Array(length),
  isSent: new Uint8Array(length),
})

/** A ring, once it is full. */
export class SegmentLog {
  readonly #most: number
  #ring = columns(FIRST_CAPACITY)
  readonly #total = { sent: { segments: 0, bytes: 0 }, received: { segments: 0, bytes: 0 } }
  #count = 0

  /** @param most a power of two, 1024 at least */
  constructor(most = MOST_SEGMENTS) {
    this.#most = most
  }

  /** @param time in ms, not before those that were added already */
  add(direction: 'sent' | 'received', bytes: number, time: number): void {
    const capacity = this.#ring.times.length
    if (this.#count === capacity && capacity < this.#most) this.#grow(capacity * 2)
    const at = this.#count % this.#ring.times.length
    this.#ring.times[at] = time
    this.#ring.bytes[at] = bytes
    this.#ring.isSent[at] = direction === 'sent' ? 1 : 0
    this.#count += 1
    this.#total[direction].segments += 1
    this.#total[direction].bytes += bytes
  }

  /** Copies. */
  sample(cut: SegmentSample['cut']): SegmentSample {
    const { times, bytes, isSent } = this.#ring
    const split = this.#count % times.length
    const isFull = this.#count >= times.length
    const { sent, received } = this.#total
    return {
      times: inOrder(times, split, isFull),
      bytes: inOrder(bytes, split, isFull),
      isSent: inOrder(isSent, split, isFull),
      total: { sent: { ...sent }, received: { ...received } } satisfies Record<
        string,
        SegmentCount
      >,
      cut,
    }
  }

  #grow(length: number): void {
    const grown = columns(length)
    grown.times.set(this.#ring.times)
    grown.bytes.set(this.#ring.bytes)
    grown.isSent.set(this.#ring.isSent)
    this.#ring = grown
  }
}

/** Of a ring, its end first where that has come round. */
function inOrder<T extends Float64Array | Uint32Array | Uint8Array>(
  ring: T,
  split: number,
  isFull: boolean,
): T {
  const sorted = ring.slice(0, isFull ? ring.length : split) as T
  if (!isFull) return sorted
  sorted.set(ring.subarray(split), 0)
  sorted.set(ring.subarray(0, split), ring.length - split)
  return sorted
}
