/** All there is to know of one item: its event, and its message decoded. */

import { decodeMessageType } from '@v2scope/bip324'
import { decodeMessage, MessageError } from '@v2scope/messages'
import type { ItemDetail, TimedEvent } from './contract.js'

export function toItemDetail(event: TimedEvent): ItemDetail {
  const message = messageOf(event)
  if (!message) return { event }
  try {
    const { fields, summary } = decodeMessage(message.messageType, message.payload)
    return { event, decoded: { fields, summary } }
  } catch (error) {
    if (!(error instanceof MessageError)) throw error
    return { event, decoded: { error: error.message, offset: error.offset } }
  }
}

function messageOf(event: TimedEvent): { messageType: string; payload: Uint8Array } | undefined {
  if (event.type === 'v1_message') return event
  if (event.type !== 'packet_sent' && event.type !== 'packet_received') return undefined
  if (event.kind !== 'message') return undefined
  const type = decodeMessageType(event.contents)
  if (!type.ok) return undefined
  return { messageType: type.messageType, payload: event.contents.subarray(type.length) }
}
