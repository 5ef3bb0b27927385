/** A message as it came, and what it says. */

import { MessageError, readMessage } from '@v2scope/messages'
import type { PeerEvent, ReceivedMessage } from './peer-options.js'

/** Decoded when it is asked for: of most messages nobody asks. */
export function received(
  messageType: string,
  payload: Uint8Array,
): Extract<PeerEvent, { type: 'message' }> {
  let decoded: ReceivedMessage['decoded'] | undefined
  return {
    type: 'message',
    messageType,
    payload,
    get decoded() {
      decoded ??= decodeReceived(messageType, payload)
      return decoded
    },
  }
}

/** As a value, where it can't be decoded: the connection goes on. */
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
