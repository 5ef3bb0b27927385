/**
 * A transport that breaks the protocol in one way, and keeps to it in all others: a right one is inside,
 * and what it puts out is changed on its way. For the Lab, and for tests. Sans-I/O.
 */

import {
  DEFAULT_MAX_CONTENTS,
  decodeMessageType,
  ELLSWIFT_PUBKEY_LEN,
  GARBAGE_TERMINATOR_LEN,
  MAX_GARBAGE_LEN,
  type OutputChunk,
  type Phase,
  type RandomBytes,
  type Role,
  type TransportEvent,
  type TransportKind,
  type TransportStats,
  V2Transport,
  type V2TransportOptions,
  type Waiting,
} from '@v2scope/bip324'
import { misbehavingOptions } from './misbehaving-options.js'
import { MisbehavingOutput } from './misbehaving-output.js'
import type { TransportMisbehaviour } from './misbehaviour.js'
import type { PeerTransport } from './transport-maker.js'

export interface MisbehavingTransportOptions {
  readonly misbehaviour: TransportMisbehaviour
  /** For what is wrong and random. */
  readonly random: RandomBytes
  /** Called once, when it does it: the bytes are among the next output. */
  readonly onMisbehaved?: (() => void) | undefined
}

/** A byte more would be a reason to give up (H5). */
const MOST_WAITED_FOR = ELLSWIFT_PUBKEY_LEN + MAX_GARBAGE_LEN + GARBAGE_TERMINATOR_LEN - 1

/** With it, a peer has all that it waits for. */
const LAST_OF_HANDSHAKE = 'verack'

export class MisbehavingTransport implements PeerTransport {
  readonly role: Role
  readonly #misbehaviour: TransportMisbehaviour
  readonly #output: MisbehavingOutput
  readonly #right: V2Transport
  /** Which of the two veracks have been seen. */
  readonly #veracks = new Set<'sent' | 'received'>()
  #hasOversized = false
  #ignoredBytes = 0

  /** @throws {LocalProtocolError} as `V2Transport` does. */
  constructor(options: V2TransportOptions, how: MisbehavingTransportOptions) {
    const { role, trace } = options
    this.role = role
    this.#misbehaviour = how.misbehaviour
    this.#output = new MisbehavingOutput({ ...how, role, trace })
    const inside = misbehavingOptions(how.misbehaviour, options, how.random)
    this.#right = new V2Transport({ ...inside, trace: (event) => this.#output.take(event) })
    if (how.misbehaviour === 'early answer' && role === 'responder') {
      this.#output.answerEarly(inside.keyPair.ellswift, inside.garbage)
    }
  }

  get phase(): Phase {
    return this.#right.phase
  }

  get transport(): TransportKind {
    return this.#right.transport
  }

  get sessionId(): Uint8Array | undefined {
    return this.#right.sessionId
  }

  get canSend(): boolean {
    return this.#right.canSend
  }

  get waiting(): Waiting | undefined {
    return this.#right.waiting
  }

  /** Of what is really sent. */
  get stats(): TransportStats {
    const { sent, received } = this.#right.stats
    return {
      sent: { ...sent, bytes: this.#output.bytes },
      received: { ...received, bytes: received.bytes + this.#ignoredBytes },
    }
  }

  takeOutput(): OutputChunk[] {
    return this.#output.takeChunks()
  }

  /** @throws {RemoteProtocolError} and {LocalProtocolError} as `V2Transport` does. */
  receive(bytes: Uint8Array): TransportEvent[] {
    const events = this.#right.receive(this.#readable(bytes))
    for (const event of events) {
      if (event.type === 'message') this.#note('received', event.messageType)
    }
    return events
  }

  receiveEnd(): void {
    this.#right.receiveEnd()
  }

  expire(): void {
    this.#right.expire()
  }

  /** @throws as `V2Transport` does. */
  send(contents: Uint8Array, options: { readonly decoy?: boolean } = {}): void {
    this.#right.send(contents, options)
    const type = decodeMessageType(contents)
    if (!options.decoy && type.ok) this.#note('sent', type.messageType)
  }

  wipe(): void {
    this.#right.wipe()
    this.#output.wipe()
  }

  /**
   * Of another network, all that comes is garbage to it, and how much comes isn't its own choice: it
   * doesn't give up, so that it is always the same that happens.
   */
  #readable(bytes: Uint8Array): Uint8Array {
    if (this.#misbehaviour !== 'wrong network magic') return bytes
    const readable = bytes.subarray(0, MOST_WAITED_FOR - this.#right.stats.received.bytes)
    this.#ignoredBytes += bytes.length - readable.length
    return readable
  }

  /** Once version and verack are exchanged, both know that all was well before. */
  #note(direction: 'sent' | 'received', messageType: string): void {
    if (messageType !== LAST_OF_HANDSHAKE) return
    this.#veracks.add(direction)
    const isTime = this.#veracks.size === 2 && this.#right.canSend
    if (this.#misbehaviour !== 'oversized packet' || this.#hasOversized || !isTime) return
    this.#hasOversized = true
    this.#right.send(new Uint8Array(DEFAULT_MAX_CONTENTS + 1), { decoy: true })
  }
}
