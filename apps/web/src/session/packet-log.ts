/** Packets that are kept, and what they say: not as events, but as what those can be made of again. */

import { type PacketKind, packetEvents, type Role } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import { PacketSlab, type SlabPacket } from './packet-slab.js'
import {
  DECOY_HEADER,
  isPlainPacket,
  isPlainTold,
  type TimedPacket,
  type TimedTold,
} from './plain-packet.js'

/** Flags: index of the kind, and what else there is to say. */
const KINDS = ['decoy', 'version', 'message'] as const satisfies readonly PacketKind[]
const KIND = 0b11
const IS_SENT = 0b100
const IS_INITIATOR = 0b1000
/** What it says has been told, as the event after it. */
const IS_TOLD = 0b1_0000

const NO_AAD = new Uint8Array(0)

/** A packet that has gone. */
export interface Dropped {
  /** Bytes. */
  readonly wire: number
  readonly contents: number
}

export class PacketLog {
  readonly #slabs: PacketSlab[] = []
  /** Rows of the first slab that have gone. */
  #head = 0
  /** What may be told next is of this packet. */
  #newest: TimedPacket | undefined
  /** The events that were made last: who asks for one asks for it again. */
  #made: readonly TimedEvent[] = []

  /** @returns whether it can be kept here @param packet later than all that were added before */
  add(packet: TimedPacket): boolean {
    this.#newest = undefined
    if (!isPlainPacket(packet)) return false
    const { seq, time, number, bytes: wire, contents } = packet
    const room = wire.length + contents.length
    let slab = this.#slabs.at(-1)
    if (!slab?.hasRoomFor(room)) {
      slab = new PacketSlab(room)
      this.#slabs.push(slab)
    }
    slab.add({ seq, time, number, flags: flagsOf(packet), wire, contents })
    this.#newest = packet
    return true
  }

  /** @returns whether it is kept with its packet, the newest that is here */
  addTold(told: TimedTold): boolean {
    const slab = this.#slabs.at(-1)
    const packet = this.#newest
    this.#newest = undefined
    if (!slab || !packet || !isPlainTold(told, packet)) return false
    const last = slab.length - 1
    slab.flags[last] = (slab.flags[last] ?? 0) | IS_TOLD
    return true
  }

  /** The `seq` of the oldest packet; Infinity where there is none. */
  get oldest(): number {
    return this.#slabs[0]?.seqs[this.#head] ?? Number.POSITIVE_INFINITY
  }

  /** The `seq` of the newest packet; −1 where there is none. */
  get newest(): number {
    const last = this.#slabs.at(-1)
    return last?.seqs[last.length - 1] ?? -1
  }

  /** And what it says; nothing, where there is none before this `seq`. */
  dropOldest(before: number): Dropped | undefined {
    const slab = this.#slabs[0]
    if (!slab || this.oldest >= before) return undefined
    const size = slab.sizeAt(this.#head)
    this.#head += 1
    if (this.#head === slab.length) {
      this.#slabs.shift()
      this.#head = 0
      if (this.#slabs.length === 0) this.#newest = undefined
    }
    return size
  }

  /** The same object for as long as nothing else is asked for. */
  get(seq: number): TimedEvent | undefined {
    const slab = this.#slabs[this.#lastAtMost(this.#slabs.length, (i) => this.#firstOf(i), seq)]
    if (!slab || seq < this.oldest) return undefined
    const row = this.#lastAtMost(slab.length, (i) => slab.seqs[i] ?? 0, seq)
    const offset = seq - (slab.seqs[row] ?? Number.NaN)
    const isTold = ((slab.flags[row] ?? 0) & IS_TOLD) !== 0
    if (offset !== 0 && !(offset === 1 && isTold)) return undefined
    if (this.#made[0]?.seq !== seq - offset) this.#made = eventsOf(slab.at(row))
    return this.#made[offset]
  }

  /** Of all events, in order. */
  *seqs(): Iterable<number> {
    for (const [i, { length, seqs, flags }] of this.#slabs.entries()) {
      for (let row = i === 0 ? this.#head : 0; row < length; row++) {
        const seq = seqs[row] ?? 0
        yield seq
        if ((flags[row] ?? 0) & IS_TOLD) yield seq + 1
      }
    }
  }

  #firstOf(slab: number): number {
    return this.#slabs[slab]?.seqs[0] ?? Number.POSITIVE_INFINITY
  }

  /** @returns the index of the last of ascending numbers that is at most `most`; 0 where none is */
  #lastAtMost(length: number, numberAt: (i: number) => number, most: number): number {
    let low = 0
    let high = length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (numberAt(middle) <= most) low = middle
      else high = middle - 1
    }
    return low
  }
}

const flagsOf = ({ kind, direction, role }: TimedPacket): number =>
  KINDS.indexOf(kind) |
  (direction === 'sent' ? IS_SENT : 0) |
  (role === 'initiator' ? IS_INITIATOR : 0)

function eventsOf({ seq, time, number, flags, wire, contents }: SlabPacket): TimedEvent[] {
  const kind = KINDS[flags & KIND] ?? 'message'
  const role: Role = flags & IS_INITIATOR ? 'initiator' : 'responder'
  const header = kind === 'decoy' ? DECOY_HEADER : 0
  const packet = { kind, number, header, wire, contents, aad: NO_AAD }
  const events = packetEvents(role, flags & IS_SENT ? 'sent' : 'received', packet)
  return events.map((event, i) => ({ ...event, seq: seq + i, role, time }))
}
