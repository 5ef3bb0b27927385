/** The events of a session that can be asked for in full, and kept, within a bound of memory. */

import type { TimedEvent } from '@v2scope/recording'
import { EventQueue } from './event-queue.js'

/** What a session's events may take, in bytes. */
export const LOG_LIMIT = 64 * 1024 * 1024
/** What an event takes beside its bytes: objects, spans, array headers. An estimate. */
export const EVENT_OVERHEAD = 1024

type Told = Extract<TimedEvent, { type: 'message' | 'message_rejected' }>

export class EventLog {
  readonly #limit: number
  readonly #bulk = new EventQueue()
  /** Of the handshake, states, the failure: few and small, and never dropped. */
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

  /** @param event later than all that were added before */
  add(event: TimedEvent): void {
    if (isTold(event)) this.#addTold(event)
    else if (isBulk(event)) this.#addBulk(event)
    else this.#rest.set(event.seq, event)
  }

  /** Undefined where it was dropped, or never there. */
  get(seq: number): TimedEvent | undefined {
    return this.#rest.get(seq) ?? this.#bulk.get(seq)
  }

  /** All that are kept, in the order of their `seq`. */
  events(): TimedEvent[] {
    return [...this.#rest.values(), ...this.#bulk.values()].sort((a, b) => a.seq - b.seq)
  }

  #addBulk(event: TimedEvent): void {
    this.#keep(event)
    while (this.#size > this.#limit) {
      if (!this.#dropOldest()) break
      const next = this.#bulk.oldest()
      if (next && isTold(next)) this.#dropOldest()
    }
  }

  /** What a packet says follows it, has the same bytes as its contents, and goes when it goes. */
  #addTold(event: Told): void {
    const packet = this.#bulk.newest()
    if (packet?.seq === event.seq - 1 && 'contents' in packet)
      this.#keep({ ...event, bytes: packet.contents })
  }

  #keep(event: TimedEvent): void {
    this.#bulk.add(event)
    this.#size += cost(event)
  }

  /** @returns whether there was one */
  #dropOldest(): boolean {
    const event = this.#bulk.removeOldest()
    if (!event) return false
    this.#size -= cost(event)
    // what a packet says has its bytes
    if (!isTold(event)) this.#droppedBytes += event.bytes.length
    return true
  }
}

const isTold = (event: TimedEvent): event is Told =>
  event.type === 'message' || event.type === 'message_rejected'

const isBulk = ({ type }: TimedEvent) =>
  type === 'packet_sent' ||
  type === 'packet_received' ||
  type === 'v1_message' ||
  type === 'rekeyed' ||
  type === 'wire_bytes'

function cost(event: TimedEvent): number {
  if (isTold(event)) return EVENT_OVERHEAD
  const contents = 'contents' in event ? event.contents.length : 0
  const payload = 'payload' in event ? event.payload.length : 0
  return event.bytes.length + contents + payload + EVENT_OVERHEAD
}
