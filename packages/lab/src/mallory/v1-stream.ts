/** v1 as Mallory reads it: message by message, each with its bytes as they were. */

import {
  concatBytes,
  RemoteProtocolError,
  type TransportEvent,
  V1_HEADER_LEN,
  V1Framing,
} from '@v2scope/bip324'
import type { Piece } from './piece.js'

/** Zero and the message type in front of the payload. */
const LONG_TYPE_LEN = 13

export class V1Stream {
  readonly #framing: V1Framing
  /** Of a message that isn't whole yet. */
  #pending: Uint8Array[] = []
  /** What can't be read is passed on as it is. */
  #isReadable = true

  /** @param magic 4 bytes */
  constructor(magic: Uint8Array) {
    this.#framing = new V1Framing(magic)
  }

  receive(bytes: Uint8Array): Piece[] {
    if (!this.#isReadable) return [{ kind: 'unread', bytes }]
    this.#pending.push(bytes)
    const events = this.#read(bytes)
    if (events.length === 0 && this.#isReadable) return []
    let rest = concatBytes(...this.#pending)
    const pieces = events.map((event) => {
      const piece = pieceOf(event, rest)
      rest = rest.subarray(piece.bytes.length)
      return piece
    })
    this.#pending = rest.length > 0 ? [rest] : []
    return this.#isReadable ? pieces : [...pieces, ...this.end()]
  }

  /** The beginning of what never became whole. */
  end(): Piece[] {
    const bytes = concatBytes(...this.#pending)
    this.#pending = []
    return bytes.length > 0 ? [{ kind: 'unread', bytes }] : []
  }

  #read(bytes: Uint8Array): readonly TransportEvent[] {
    try {
      return this.#framing.receive(bytes)
    } catch (error) {
      if (!(error instanceof RemoteProtocolError)) throw error
      this.#isReadable = false
      return error.events
    }
  }
}

/** @param stream begins with it */
function pieceOf(event: TransportEvent, stream: Uint8Array): Piece {
  if (event.type === 'message') {
    const { messageType, payload } = event
    const bytes = stream.subarray(0, V1_HEADER_LEN + payload.length)
    return { kind: 'message', messageType, payload, form: 'v1', bytes }
  }
  const length = event.type === 'rejected' ? event.contents.length - LONG_TYPE_LEN : 0
  return { kind: 'rejected', bytes: stream.subarray(0, V1_HEADER_LEN + length) }
}
