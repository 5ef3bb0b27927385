/** A message as it came, and what it says. */

import { MessageError, readMessage } from '@v2scope/messages'
import type { ReceivedMessage } from './peer-options.js'

/** The decoded message, or why it can't be decoded; as a value, since the connection goes on. */
export function decodeReceived(
  messageType: string,
  payload: Uint8Array,
): ReceivedMessage['decoded'] {
  try {
    return readMessage(messageType, payload)
  } catch (error) {
    if (error instanceof MessageError) return error
    throw error
  }
}
