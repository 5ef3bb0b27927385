/** From a payload's bytes to a message. */

import { CODECS, type DecodedType, isDecodedType } from './codecs.js'
import type { DecodedTypes, Message, UnknownMessage } from './message.js'
import { type FieldSpan, PayloadReader } from './reader.js'
import { showCount } from './show.js'

/** A payload, understood. */
export interface DecodedMessage<T extends Message = Message> {
  readonly message: T
  /** Spans in order that tile the payload, no gap and no overlap; none for an empty payload. */
  readonly fields: readonly FieldSpan[]
  /** One short line for people: `v70016 /Satoshi:29.1.0/ height 300`, `3 headers`. */
  readonly summary: string
}

/**
 * Decodes a message's payload, in time and memory linear in its length. The result shares no bytes
 * with `payload`, and can be cloned and posted.
 *
 * A type whose fields are not known gives `{ type: 'unknown' }` with one field, `payload`. Bytes
 * after the last field known are no error; they become a field `extra bytes`.
 *
 * @param messageType As on the wire: `version`, `ping`, any other.
 * @throws MessageError, and nothing else
 */
export function decodeMessage(messageType: string, payload: Uint8Array): DecodedMessage {
  if (isDecodedType(messageType)) return decodeKnown(messageType, payload)
  return decodeUnknown(messageType, payload)
}

function decodeKnown<T extends DecodedType>(
  type: T,
  payload: Uint8Array,
): DecodedMessage<DecodedTypes[T]> {
  const codec = CODECS[type]
  const reader = new PayloadReader(payload)
  const message = codec.read(reader)
  return { message, fields: reader.finish(), summary: codec.summarize(message) }
}

function decodeUnknown(messageType: string, payload: Uint8Array): DecodedMessage<UnknownMessage> {
  const reader = new PayloadReader(payload)
  const summary = showCount(payload.length, 'byte')
  const bytes = reader.take('payload', payload.length).slice()
  reader.record({ name: 'payload', note: 'not decoded here' }, 0, summary)
  return {
    message: { type: 'unknown', messageType, payload: bytes },
    fields: reader.finish(),
    summary,
  }
}
