/** What goes out, and what is told: each event with its number and time, in the order of the wire. */

import {
  decodeMessageType,
  noStats,
  type OutputChunk,
  type Phase,
  type TransportStats,
} from '@v2scope/bip324'
import type { SessionEvent } from '@v2scope/peer'
import { type HeldPiece, HoldGate } from './hold-gate.js'
import { joined } from './slow-wire.js'
import type { TimedEvent } from './timed-event.js'

const VERACK = 'verack'
const PING = 'ping'
const NONCE_LEN = 8

export interface OutletOptions {
  /** Whether everything is held from the start. */
  readonly hold: boolean
  readonly send: (bytes: Uint8Array) => void
  readonly onEvent: (event: TimedEvent) => void
  /** A ping that was held goes out. */
  readonly onPingLeft: (nonce: bigint) => void
  /** Of what is told now, in ms from the start of the session. */
  readonly time: () => number
}

/** Something that is held, and what it is: numbered and timed as if it were let go now. */
export interface HeldEvent {
  readonly id: number
  readonly event: TimedEvent
}

export class Outlet {
  readonly gate: HoldGate
  readonly #options: OutletOptions
  readonly #v1Stats = { sent: noStats(), received: noStats() }
  #nextSeq = 0
  #lastSeqOnWire = -1
  #phase: Phase = 'key exchange'
  #hasSentVerack = false

  constructor(options: OutletOptions) {
    this.#options = options
    this.gate = new HoldGate(options.hold)
  }

  /** Of the last thing that went over the wire; -1 before the first. */
  get lastSeqOnWire(): number {
    return this.#lastSeqOnWire
  }

  get phase(): Phase {
    return this.#phase
  }

  get hasSentVerack(): boolean {
    return this.#hasSentVerack
  }

  /** Of v1 messages, which no transport counts. */
  get v1Stats(): TransportStats {
    return this.#v1Stats
  }

  /** Tells it, unless it is about something that is held. */
  take(event: SessionEvent): void {
    if (!this.gate.takes(event)) this.#tell(event)
  }

  /** Sends it, unless it is held. */
  put(chunks: readonly OutputChunk[]): void {
    if (this.gate.isOn) this.gate.fill(chunks)
    else this.#send(chunks)
  }

  /** Switches Hold on or off; off lets go of everything. */
  hold(isOn: boolean): void {
    this.gate.isOn = isOn
    if (!isOn) this.release(Number.POSITIVE_INFINITY)
  }

  /** Lets the first so many pieces go. */
  release(most: number): void {
    const pieces = this.gate.release(most)
    for (const piece of pieces) {
      for (const event of piece.events) this.#tell(event)
      const nonce = pingNonce(piece)
      if (nonce !== undefined) this.#options.onPingLeft(nonce)
    }
    this.#send(pieces)
  }

  /** What is held never goes out: it has not happened. */
  drop(): void {
    this.gate.release(Number.POSITIVE_INFINITY)
  }

  /** The first so many of what is held. */
  held(most: number): readonly HeldEvent[] {
    let seq = this.#nextSeq
    return this.gate.first(most).map(({ id, events }) => {
      const event = { ...events[0], seq, time: this.#options.time() }
      seq += events.length
      return { id, event }
    })
  }

  #send(chunks: readonly { readonly bytes: Uint8Array }[]): void {
    const bytes = joined(chunks)
    if (bytes.length > 0) this.#options.send(bytes)
  }

  #tell(event: SessionEvent): void {
    const seq = this.#nextSeq
    this.#nextSeq += 1
    if (event.type === 'state_changed') this.#phase = event.phase
    if (event.direction !== 'local' && event.bytes.length > 0) this.#lastSeqOnWire = seq
    if (event.type === 'v1_message' && event.direction !== 'local') {
      const counts = this.#v1Stats[event.direction]
      counts.bytes += event.bytes.length
      counts.packets += 1
      counts.messages += 1
    }
    if (event.direction === 'sent' && 'messageType' in event && event.messageType === VERACK) {
      this.#hasSentVerack = true
    }
    this.#options.onEvent(Object.assign(event, { seq, time: this.#options.time() }))
  }
}

/** Of a ping. */
function pingNonce({ events: [event] }: HeldPiece): bigint | undefined {
  if (event.type === 'v1_message') {
    return event.messageType === PING ? toNonce(event.payload) : undefined
  }
  if (event.type !== 'packet_sent' || event.kind !== 'message') return undefined
  const type = decodeMessageType(event.contents)
  if (!type.ok || type.messageType !== PING) return undefined
  return toNonce(event.contents.subarray(type.length))
}

function toNonce(payload: Uint8Array): bigint | undefined {
  if (payload.length !== NONCE_LEN) return undefined
  return new DataView(payload.buffer, payload.byteOffset).getBigUint64(0, true)
}
