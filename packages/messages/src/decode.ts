/** From a payload's bytes to a message. */

import { CODECS, type DecodedType, isDecodedType } from './codecs.js'
import type { Message, UnknownMessage } from './message.js'
import { type FieldSpan, PayloadReader, type ReaderOptions } from './reader.js'
import type { AddressNetwork } from './script-address.js'
import { showCount } from './show.js'

/** A payload, understood, without its fields. */
export interface ReadMessage<T extends Message = Message> {
  readonly message: T
  /** One short line for people: `v70016 /Satoshi:29.1.0/ height 300`, `3 headers`. */
  readonly summary: string
}

/** A payload, understood. */
export interface DecodedMessage<T extends Message = Message> extends ReadMessage<T> {
  /** Spans in order that tile the payload, no gap and no overlap; none for an empty payload. */
  readonly fields: readonly FieldSpan[]
}

export interface DecodeOptions {
  /** Whose addresses are shown; mainnet where it is left out. */
  readonly network?: AddressNetwork
}

/**
 * Decodes a message's payload, in time and memory linear in its length. The result shares no bytes
 * with `payload`, and can be cloned and posted.
 *
 * A type whose fields are not known gives `{ type: 'unknown' }` with one field, `payload`. Bytes
 * after the last field known are no error; they become a field `extra bytes`.
 *
 * A payload of more than 600,000 fields has the last of them in spans `further fields`, so that
 * memory stays bounded; its message is whole.
 *
 * @param messageType As on the wire: `version`, `ping`, any other.
 * @throws MessageError, and nothing else
 */
export function decodeMessage(
  messageType: string,
  payload: Uint8Array,
  options: DecodeOptions = {},
): DecodedMessage {
  const reader = new PayloadReader(payload, options)
  const { message, summary } = readFrom(messageType, reader)
  return { message, fields: reader.finish(), summary }
}

/**
 * What `decodeMessage` gives but the fields, in a part of its time: nothing is put into words.
 *
 * @throws MessageError where `decodeMessage` does, and nothing else
 */
export function readMessage(messageType: string, payload: Uint8Array): ReadMessage {
  return readFrom(messageType, new PayloadReader(payload, WITHOUT_SPANS))
}

const WITHOUT_SPANS: ReaderOptions = { maxSpans: 0 }

function readFrom(messageType: string, reader: PayloadReader): ReadMessage {
  if (isDecodedType(messageType)) return readKnown(messageType, reader)
  return readUnknown(messageType, reader)
}

function readKnown<T extends DecodedType>(type: T, reader: PayloadReader): ReadMessage {
  const codec = CODECS[type]
  const message = codec.read(reader)
  return { message, summary: codec.summarize(message) }
}

function readUnknown(messageType: string, reader: PayloadReader): ReadMessage {
  const summary = showCount(reader.remaining, 'byte')
  const bytes = reader.take('payload', reader.remaining).slice()
  reader.record({ name: 'payload', fieldKey: 'unknown payload' }, 0, summary)
  const message: UnknownMessage = { type: 'unknown', messageType, payload: bytes }
  return { message, summary }
}
