/** From a payload's bytes to a message, without its fields. */

import { CODECS, type DecodedType, isDecodedType } from './codecs.js'
import type { Message, UnknownMessage } from './message.js'
import { PayloadReader, type ReaderOptions } from './reader.js'
import { showSize } from './show.js'

/** A payload, understood, without its fields. */
export interface ReadMessage<T extends Message = Message> {
  readonly message: T
  /** One short line of names and numbers: `v70016 /Satoshi:29.1.0/ height 300`, `headers 3`. */
  readonly summary: string
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

/** Reads all that is known of the type; the fields are the reader's. @throws MessageError */
export function readFrom(messageType: string, reader: PayloadReader): ReadMessage {
  if (isDecodedType(messageType)) return readKnown(messageType, reader)
  return readUnknown(messageType, reader)
}

function readKnown<T extends DecodedType>(type: T, reader: PayloadReader): ReadMessage {
  const codec = CODECS[type]
  const message = codec.read(reader)
  return { message, summary: codec.summarize(message) }
}

function readUnknown(messageType: string, reader: PayloadReader): ReadMessage {
  const summary = showSize('payload', reader.remaining)
  const bytes = reader.take('payload', reader.remaining).slice()
  reader.record({ name: 'payload', fieldKey: 'unknown payload' }, 0, summary)
  const message: UnknownMessage = { type: 'unknown', messageType, payload: bytes }
  return { message, summary }
}
