/** The message that an event carries: its bytes, and what they say. */

import { decodeMessageType } from '@v2scope/bip324'
import { MessageError, type ReadMessage, readMessage } from '@v2scope/messages'
import type { TimedEvent } from '@v2scope/recording'

export interface MessageBytes {
  readonly messageType: string
  readonly payload: Uint8Array
}

/** Undefined where the event carries none, or one that was rejected. */
export function messageOf(event: TimedEvent): MessageBytes | undefined {
  if (event.type === 'v1_message') return event
  if (event.type !== 'packet_sent' && event.type !== 'packet_received') return undefined
  if (event.kind !== 'message') return undefined
  const type = decodeMessageType(event.contents)
  if (!type.ok) return undefined
  return { messageType: type.messageType, payload: event.contents.subarray(type.length) }
}

/** A message and it in a line, without its fields; or, as a line, why it can't be read. */
export function readingOf({
  messageType,
  payload,
}: MessageBytes): ReadMessage | { readonly message: undefined; readonly summary: string } {
  try {
    return readMessage(messageType, payload)
  } catch (error) {
    if (error instanceof MessageError) return { message: undefined, summary: error.message }
    throw error
  }
}
