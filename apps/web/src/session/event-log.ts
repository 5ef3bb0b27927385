/** The events of a session that can be asked for in full, within a bound of memory. */

import type { TimedEvent } from './contract.js'

/** What a session's events may take, in bytes. */
export const LOG_LIMIT = 64 * 1024 * 1024
/** What an event takes beside its bytes: objects, spans, array headers. An estimate. */
export const EVENT_OVERHEAD = 1024

export class EventLog {
  readonly #limit: number
  /** In the order of their happening, which is that of a Map. */
  readonly #packets = new Map<number, TimedEvent>()
  /** Keys, garbage, terminators, the failure: few and small, and never dropped. */
  readonly #rest = new Map<number, TimedEvent>()
  #size = 0
  #droppedBytes = 0

  /** @param limit bytes, overhead included */
  constructor(limit = LOG_LIMIT) {
    this.#limit = limit
  }

  /** Bytes on the wire whose events had to be dropped. */
  get droppedBytes(): number {
    return this.#droppedBytes
  }

  /** Bytes that are kept, overhead included. */
  get size(): number {
    return this.#size
  }

  add(event: TimedEvent): void {
    if (!isBulk(event)) {
      this.#rest.set(event.seq, event)
      return
    }
    this.#packets.set(event.seq, event)
    this.#size += cost(event)
    for (const [seq, oldest] of this.#packets) {
      if (this.#size <= this.#limit) break
      this.#packets.delete(seq)
      this.#size -= cost(oldest)
      this.#droppedBytes += oldest.bytes.length
    }
  }

  /** Undefined where it was dropped, or never there. */
  get(seq: number): TimedEvent | undefined {
    return this.#rest.get(seq) ?? this.#packets.get(seq)
  }
}

const isBulk = ({ type }: TimedEvent) =>
  type === 'packet_sent' || type === 'packet_received' || type === 'v1_message'

function cost(event: TimedEvent): number {
  const contents = 'contents' in event ? event.contents.length : 0
  const payload = 'payload' in event ? event.payload.length : 0
  return event.bytes.length + contents + payload + EVENT_OVERHEAD
}
