/** What a connection has carried, by message type, as `getpeerinfo` counts it. */

import {
  encodeMessageType,
  PACKET_OVERHEAD,
  type TransportEvent,
  V1_HEADER_LEN,
} from '@v2scope/bip324'

/** Under this are counted what has no type, and types that a peer makes up: it can't make the table grow. */
export const OTHER = '*other*'
const MAX_TYPES = 64

export class Traffic {
  /** Bytes on the wire by message type. */
  readonly sentByType = new Map<string, number>()
  readonly receivedByType = new Map<string, number>()
  #lastSent = 0
  #lastReceived = 0

  /** On the clock of the peer, in ms; 0 before anything was sent. */
  get lastSent(): number {
    return this.#lastSent
  }

  get lastReceived(): number {
    return this.#lastReceived
  }

  heard(now: number): void {
    this.#lastReceived = now
  }

  sent(messageType: string, wireBytes: number, now: number): void {
    add(this.sentByType, messageType, wireBytes)
    this.#lastSent = now
  }

  received(event: Extract<TransportEvent, { type: 'message' }>): void {
    add(this.receivedByType, event.messageType, wireLength(event))
  }
}

function wireLength({ form, messageType, payload }: Extract<TransportEvent, { type: 'message' }>) {
  if (form === 'v1') return V1_HEADER_LEN + payload.length
  const type = form === 'short' ? 1 : encodeMessageType(messageType, 'long').length
  return PACKET_OVERHEAD + type + payload.length
}

function add(table: Map<string, number>, messageType: string, bytes: number): void {
  const key = table.has(messageType) || table.size < MAX_TYPES ? messageType : OTHER
  table.set(key, (table.get(key) ?? 0) + bytes)
}
