/** From a message to its payload's bytes. */

import { CODECS, type DecodedType } from './codecs.js'
import type { DecodedTypes, Message } from './message.js'
import { PayloadWriter } from './writer.js'

/**
 * Encodes a message's payload, the message type not included.
 *
 * What follows from other fields (`hash`, `kindName`, `networkName`, and `address` in addrv2) is
 * not looked at. For canonical bytes, `encodeMessage(decodeMessage(type, bytes).message)` gives the
 * same bytes; `extra bytes` are left out, and a boolean is written as 0 or 1.
 *
 * @throws MessageError `BAD_VALUE`, `TOO_MANY` or `TOO_LONG` on values out of range; its offset is
 * where the value would have gone.
 */
export function encodeMessage(message: Message): Uint8Array {
  return message.type === 'unknown' ? message.payload.slice() : encodeKnown(message.type, message)
}

function encodeKnown<T extends DecodedType>(type: T, message: DecodedTypes[T]): Uint8Array {
  const writer = new PayloadWriter()
  CODECS[type].write(writer, message)
  return writer.finish()
}
