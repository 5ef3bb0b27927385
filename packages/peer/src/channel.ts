/** One connection's framing, v2 or v1, behind one face. */

import {
  encodeContents,
  encodeV1Message,
  type OutputChunk,
  type Role,
  type TransportEvent,
  V1Framing,
} from '@v2scope/bip324'
import { type SessionSink, v1Fields } from './session-event.js'
import type { PeerTransport } from './transport-maker.js'

export interface Channel {
  /** What is spoken here; a v2 channel may still be detecting. */
  readonly kind: 'v1' | 'v2'
  /** @throws {RemoteProtocolError} with what came before the fault in its `events`. */
  receive(bytes: Uint8Array): TransportEvent[]
  /** @throws {RemoteProtocolError} if the stream may not end here. */
  receiveEnd(): void
  /** @throws {RemoteProtocolError} if the handshake isn't over. */
  expire(): void
  /** @returns bytes on the wire */
  sendMessage(messageType: string, payload: Uint8Array): number
  takeOutput(): OutputChunk[]
}

/** v2, by the transport. */
export function v2Channel(transport: PeerTransport): Channel {
  return {
    kind: 'v2',
    receive: (bytes) => transport.receive(bytes),
    receiveEnd: () => transport.receiveEnd(),
    expire: () => transport.expire(),
    sendMessage: (messageType, payload) => {
      const before = transport.stats.sent.bytes
      transport.send(encodeContents(messageType, payload))
      return transport.stats.sent.bytes - before
    },
    takeOutput: () => transport.takeOutput(),
  }
}

export interface V1ChannelOptions {
  readonly role: Role
  readonly magic: Uint8Array
  readonly trace: SessionSink | undefined
  /** The number of the first event of the trace. */
  readonly firstSeq: number
}

/** v1: nothing is encrypted, and any byte may be changed on the way. */
export class V1Channel implements Channel {
  readonly kind = 'v1'
  readonly #options: V1ChannelOptions
  readonly #framing: V1Framing
  #output: OutputChunk[] = []
  #seq: number
  #sent = 0

  constructor(options: V1ChannelOptions) {
    this.#options = options
    this.#framing = new V1Framing(options.magic)
    this.#seq = options.firstSeq
  }

  receive(bytes: Uint8Array): TransportEvent[] {
    const events = this.#framing.receive(bytes)
    for (const event of events) {
      if (event.type !== 'message') continue
      const wire = encodeV1Message(this.#options.magic, event.messageType, event.payload)
      this.#record('received', wire, event.packet, event.messageType, event.payload)
    }
    return events
  }

  receiveEnd(): void {}

  expire(): void {}

  sendMessage(messageType: string, payload: Uint8Array): number {
    const wire = encodeV1Message(this.#options.magic, messageType, payload)
    this.#output.push({ kind: 'packet', bytes: wire })
    this.#record('sent', wire, this.#sent, messageType, payload)
    this.#sent += 1
    return wire.length
  }

  takeOutput(): OutputChunk[] {
    const output = this.#output
    this.#output = []
    return output
  }

  #record(
    direction: 'sent' | 'received',
    wire: Uint8Array,
    number: number,
    messageType: string,
    payload: Uint8Array,
  ): void {
    const { role, trace } = this.#options
    trace?.({
      type: 'v1_message',
      seq: this.#seq,
      role,
      direction,
      bytes: wire.slice(),
      fields: v1Fields(wire.length),
      number,
      messageType,
      payload: payload.slice(),
    })
    this.#seq += 1
  }
}
