/** The events of a session that can be asked for in full, and kept, within a bound of memory. */

import type { TimedEvent } from '@v2scope/recording'
import { EventQueue } from './event-queue.js'
import type { PacketLog } from './packet-log.js'
import type { TimedPacket, TimedTold } from './plain-packet.js'

/** What a session's events may take, in bytes. */
export const LOG_LIMIT = 64 * 1024 * 1024
/** What an event takes beside its bytes: objects, spans, array headers. An estimate. */
export const EVENT_OVERHEAD = 1024
/**
 * What is counted for a packet beside its bytes, with what it says. It takes less here, but as much and
 * more in a file, which is to be opened again: so no more are kept than there is room for in a file.
 */
export const PACKET_OVERHEAD = 512

/** Events in the order of their `seq`, each of which is there when it is asked for, unless it has been dropped. */
export interface KeptEvents {
  readonly length: number
  /** @param i from 0 */
  readonly at: (i: number) => TimedEvent | undefined
}

export class EventLog {
  readonly #limit: number
  #packets: PacketLog | undefined
  /** What comes as often, and is no packet, or none of the usual; and packets while there is no other place. */
  readonly #bulk = new EventQueue()
  /** Of the handshake, states, the failure: few and small, and never dropped. */
  readonly #rest = new Map<number, TimedEvent>()
  #size = 0
  #droppedBytes = 0

  /** @param limit bytes, overhead included */
  constructor(limit = LOG_LIMIT) {
    this.#limit = limit
  }

  /** Packets that come from now on are kept there, where they can be. @param packets empty */
  packInto(packets: PacketLog): void {
    this.#packets ??= packets
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
    return this.#rest.get(seq) ?? this.#packets?.get(seq) ?? this.#bulk.get(seq)
  }

  /** All that are kept, in the order of their `seq`. */
  events(): TimedEvent[] {
    return this.#seqs().flatMap((seq) => this.get(seq) ?? [])
  }

  /** The same, each made when it is asked for. */
  kept(): KeptEvents {
    const seqs = this.#seqs()
    return { length: seqs.length, at: (i) => this.get(seqs[i] ?? -1) }
  }

  #seqs(): number[] {
    const others = [...this.#rest.values(), ...this.#bulk.values()].map(({ seq }) => seq)
    return [...others, ...(this.#packets?.seqs() ?? [])].sort((a, b) => a - b)
  }

  #addBulk(event: TimedEvent): void {
    if (isPacket(event) && this.#packets?.add(event)) {
      this.#size += costOfPacket(event.bytes.length, event.contents.length)
    } else this.#keep(event)
    while (this.#size > this.#limit && this.#dropOldest()) this.#dropTold()
  }

  /** What a packet says follows it, has the same bytes as its contents, and goes when it goes. */
  #addTold(event: TimedTold): void {
    if (this.#packets?.newest === event.seq - 1) {
      if (!this.#packets.addTold(event)) this.#keep(event)
      return
    }
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
    const oldest = this.#bulk.oldest()?.seq ?? Number.POSITIVE_INFINITY
    const gone = this.#packets?.dropOldest(oldest)
    if (gone) {
      this.#size -= costOfPacket(gone.wire, gone.contents)
      this.#droppedBytes += gone.wire
      return true
    }
    const event = this.#bulk.removeOldest()
    if (!event) return false
    this.#size -= cost(event)
    // what a packet says has its bytes
    if (!isTold(event)) this.#droppedBytes += event.bytes.length
    return true
  }

  /** What a packet said that has gone. */
  #dropTold(): void {
    const next = this.#bulk.oldest()
    if (next && isTold(next) && next.seq < (this.#packets?.oldest ?? next.seq + 1))
      this.#dropOldest()
  }
}

const isTold = (event: TimedEvent): event is TimedTold =>
  event.type === 'message' || event.type === 'message_rejected'

const isPacket = (event: TimedEvent): event is TimedPacket =>
  event.type === 'packet_sent' || event.type === 'packet_received'

const isBulk = (event: TimedEvent) =>
  isPacket(event) ||
  event.type === 'v1_message' ||
  event.type === 'rekeyed' ||
  event.type === 'wire_bytes'

const costOfPacket = (wire: number, contents: number): number => wire + contents + PACKET_OVERHEAD

function cost(event: TimedEvent): number {
  if (isTold(event)) return EVENT_OVERHEAD
  const contents = 'contents' in event ? event.contents.length : 0
  const payload = 'payload' in event ? event.payload.length : 0
  return event.bytes.length + contents + payload + EVENT_OVERHEAD
}
