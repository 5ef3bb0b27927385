/** The message that an event carries: its bytes, and what they say. */

import { decodeMessageType } from '@v2scope/bip324'
import { decodeMessage, MessageError, summarizeMessage } from '@v2scope/messages'
import type { TimedEvent } from '@v2scope/recording'
import { isReadForLinks, type LinkedMessage } from './link-rules.js'

export type MessageBytes = Pick<LinkedMessage, 'messageType' | 'payload'>

/** A message, and it in a line, or why it can't be read. */
export interface MessageReading extends LinkedMessage {
  readonly summary: string
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

/** Reads a message once, for its row and its links; the fields of a large one are not made. */
export function readMessage({ messageType, payload }: MessageBytes): MessageReading {
  const bytes = { messageType, payload }
  try {
    if (!isReadForLinks(messageType)) {
      return { ...bytes, summary: summarizeMessage(messageType, payload) }
    }
    const { message, summary } = decodeMessage(messageType, payload)
    return { ...bytes, summary, message }
  } catch (error) {
    if (error instanceof MessageError) return { ...bytes, summary: error.message }
    throw error
  }
}
