/** From a payload's bytes to a message with its fields. */

import type { Message } from './message.js'
import { type ReadMessage, readFrom } from './read.js'
import { type FieldSpan, PayloadReader } from './reader.js'
import { scriptWords } from './script.js'
import type { AddressNetwork } from './script-address.js'

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
  { network = 'mainnet' }: DecodeOptions = {},
): DecodedMessage {
  const reader = new PayloadReader(payload, { scripts: scriptWords(network) })
  const { message, summary } = readFrom(messageType, reader)
  return { message, fields: reader.finish(), summary }
}
