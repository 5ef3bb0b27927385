/** The v1 framing that BIP324 replaces: for peers that are found to speak it, and for comparison. */

import { sha256 } from '@noble/hashes/sha2.js'
import { ascii, concatBytes, equalBytes, type Magic, toBytes, toHex, toMagic } from './bytes.js'
import { MAGIC_LEN, MESSAGE_TYPE_LEN, type NetworkName, Networks } from './constants.js'
import { type RemoteErrorCode, RemoteProtocolError } from './errors.js'
import type { TransportEvent } from './events.js'
import { GrowingBuffer } from './growing-buffer.js'
import { decodeMessageType, encodeMessageType } from './message-type.js'

/** magic 4 ‖ type 12 ‖ length 4 ‖ checksum 4, in bytes. */
export const V1_HEADER_LEN = 24
/** What nodes accept of a payload, in bytes. */
export const V1_MAX_PAYLOAD = 4_000_000
const CHECKSUM_LEN = 4
const LENGTH_AT = MAGIC_LEN + MESSAGE_TYPE_LEN
const CHECKSUM_AT = LENGTH_AT + 4

/** What follows the magic in the first message of a v1 peer: "version" and five zeros, 12 bytes. */
export const V1_VERSION_TYPE = concatBytes(ascii('version'), new Uint8Array(5))

/** The network with this magic (4 bytes), or undefined. */
export function networkOfMagic(magic: Uint8Array): NetworkName | undefined {
  return Object.values(Networks).find((network) => equalBytes(network.magic, magic))?.name
}

/** A v1 message as bytes: header 24 ‖ payload. @throws {LocalProtocolError} `BAD_MESSAGE_TYPE`, `BAD_ARGUMENT`. */
export function encodeV1Message(magic: Uint8Array, messageType: string, payload: Uint8Array) {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, toBytes('a payload', payload).length, true)
  const name = encodeMessageType(messageType, 'long').subarray(1)
  return concatBytes(toMagic(magic), name, length, checksum(payload), payload)
}

/** Takes a v1 byte stream apart, in any fragmentation. */
export class V1Framing {
  readonly #magic: Magic
  #buffer = new GrowingBuffer(V1_HEADER_LEN)
  #header: Uint8Array | undefined
  #messages = 0
  #failure: RemoteProtocolError | undefined

  /** @param magic 4 bytes @throws {LocalProtocolError} `BAD_ARGUMENT` otherwise. */
  constructor(magic: Uint8Array) {
    this.#magic = toMagic(toMagic(magic).slice())
  }

  /** Bytes of a message that isn't whole yet. */
  get pending(): number {
    return this.#buffer.length + (this.#header?.length ?? 0)
  }

  /**
   * The messages that these bytes complete, numbered from 0 as packets are.
   * @throws {RemoteProtocolError} `V1_BAD_MAGIC`, `V1_PAYLOAD_TOO_LARGE`; what came before in the
   * same call is in its `events`. Afterwards every call throws this error, without events.
   */
  receive(bytes: Uint8Array): TransportEvent[] {
    const events: TransportEvent[] = []
    let rest = toBytes('what is received', bytes)
    if (this.#failure) throw this.#failure
    for (;;) {
      rest = rest.subarray(this.#buffer.fill(rest))
      if (!this.#buffer.isFull) return events
      const part = this.#buffer.take()
      if (this.#header !== undefined) {
        events.push(finish(this.#header, part, this.#messages))
        this.#messages += 1
        this.#header = undefined
        this.#buffer = new GrowingBuffer(V1_HEADER_LEN)
      } else {
        this.#buffer = new GrowingBuffer(this.#payloadLength(part, events))
        this.#header = part
      }
    }
  }

  #payloadLength(header: Uint8Array, events: readonly TransportEvent[]): number {
    const magic = header.subarray(0, MAGIC_LEN)
    if (!equalBytes(magic, this.#magic)) {
      const message = `A v1 header begins with ${toHex(magic)}, not with ${toHex(this.#magic)}.`
      throw this.#failed('V1_BAD_MAGIC', message, events)
    }
    const length = new DataView(header.buffer, header.byteOffset).getUint32(LENGTH_AT, true)
    if (length <= V1_MAX_PAYLOAD) return length
    const message = `A v1 header announces ${length} bytes; ${V1_MAX_PAYLOAD} are the most.`
    throw this.#failed('V1_PAYLOAD_TOO_LARGE', message, events)
  }

  #failed(code: RemoteErrorCode, message: string, events: readonly TransportEvent[]) {
    this.#failure = new RemoteProtocolError(code, message)
    return new RemoteProtocolError(code, message, undefined, events)
  }
}

function finish(header: Uint8Array, payload: Uint8Array, packet: number): TransportEvent {
  // a v1 type is the long form of a v2 type without its leading zero
  const contents = concatBytes(Uint8Array.of(0), header.subarray(MAGIC_LEN, LENGTH_AT), payload)
  const stated = header.subarray(CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_LEN)
  if (!equalBytes(stated, checksum(payload))) {
    return { type: 'rejected', rejection: 'WRONG_CHECKSUM', contents, packet }
  }
  const type = decodeMessageType(contents)
  if (!type.ok) return { type: 'rejected', rejection: type.rejection, contents, packet }
  return { type: 'message', messageType: type.messageType, form: 'v1', payload, packet }
}

/** The first 4 bytes of SHA-256(SHA-256(payload)). */
const checksum = (payload: Uint8Array) => sha256(sha256(payload)).slice(0, CHECKSUM_LEN)
