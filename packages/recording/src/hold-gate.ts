/** Hold: what we would send is kept from the wire, piece by piece, until it is let go. */

import { noStats, type OutputChunk, REKEY_INTERVAL, type TransportStats } from '@v2scope/bip324'
import type { SessionEvent } from '@v2scope/peer'

/** With so much being held, nothing more is taken that could be refused. */
const MOST_PIECES = 10_000
const MOST_BYTES = 16 * 1024 * 1024

type Sent = TransportStats['sent']
type Counts = Pick<Sent, 'bytes' | 'packets' | 'messages' | 'decoys' | 'decoyBytes'>

/** Our key, our garbage, our terminator, or a packet of ours; whole. */
export interface HeldPiece {
  /** Counts the pieces of a session that were ever held, from 0. */
  readonly id: number
  /** What it is, then what is told right after it; their `seq` is not final. */
  readonly events: readonly [SessionEvent, ...SessionEvent[]]
  /** What goes on the wire. */
  readonly bytes: Uint8Array
}

interface Piece extends HeldPiece {
  readonly events: [SessionEvent, ...SessionEvent[]]
  bytes: Uint8Array
}

export class HoldGate {
  /** While it is off, nothing is held. */
  isOn: boolean
  #pieces: Piece[] = []
  /** How many of them have their bytes. */
  #filled = 0
  #nextId = 0
  readonly #counts: Counts & { bytes: number } = noStats()

  constructor(isOn: boolean) {
    this.isOn = isOn
  }

  get count(): number {
    return this.#pieces.length
  }

  /** On the wire. */
  get bytes(): number {
    return this.#counts.bytes
  }

  get isFull(): boolean {
    return this.count >= MOST_PIECES || this.bytes >= MOST_BYTES
  }

  /** The first so many. */
  first(most: number): readonly HeldPiece[] {
    return this.#pieces.slice(0, most)
  }

  /** @returns whether this event is one of what is held, and is not to be told yet */
  takes(event: SessionEvent): boolean {
    if (!this.isOn) return false
    if (isPiece(event)) {
      this.#pieces.push({ id: this.#nextId, events: [event], bytes: new Uint8Array(0) })
      this.#nextId += 1
      count(this.#counts, event, 1)
      return true
    }
    const last = this.#pieces.at(-1)
    if (!last || !isAboutSent(event)) return false
    last.events.push(event)
    return true
  }

  /** Takes the bytes of what was told since it was called before. */
  fill(chunks: readonly OutputChunk[]): void {
    for (const { bytes } of chunks) {
      const piece = this.#pieces[this.#filled]
      if (piece) piece.bytes = bytes
      this.#filled += 1
    }
  }

  /** Lets the first so many go. @returns them, to be told and put on the wire in this order */
  release(most: number): readonly HeldPiece[] {
    const released = this.#pieces.splice(0, most)
    this.#filled -= released.length
    for (const { events } of released) count(this.#counts, events[0], -1)
    return released
  }

  /** What of these is on the wire, for counters that know of all that has been made. */
  withoutHeld(stats: TransportStats): TransportStats {
    const { sent, received } = stats
    const packets = sent.packets - this.#counts.packets
    return {
      sent: {
        bytes: sent.bytes - this.#counts.bytes,
        packets,
        messages: sent.messages - this.#counts.messages,
        decoys: sent.decoys - this.#counts.decoys,
        decoyBytes: sent.decoyBytes - this.#counts.decoyBytes,
        rekeys: Math.floor(packets / REKEY_INTERVAL),
        packetsUntilRekey: REKEY_INTERVAL - (packets % REKEY_INTERVAL),
      },
      received: { ...received },
    }
  }
}

/** Whether it puts bytes of ours on the wire. Empty garbage does not: it goes with the key. */
const isPiece = ({ type, direction, bytes }: SessionEvent): boolean =>
  direction === 'sent' && bytes.length > 0 && type !== 'message' && type !== 'message_rejected'

const isAboutSent = (event: SessionEvent): boolean =>
  event.direction === 'sent' || (event.type === 'rekeyed' && event.of === 'sent')

function count(counts: { -readonly [K in keyof Counts]: number }, event: SessionEvent, by: 1 | -1) {
  counts.bytes += by * event.bytes.length
  if (event.type !== 'packet_sent') return
  counts.packets += by
  if (event.kind === 'message') counts.messages += by
  if (event.kind === 'decoy') {
    counts.decoys += by
    counts.decoyBytes += by * event.bytes.length
  }
}
