/** How a peer will read what is sent, told before it is. */

import { DEFAULT_MAX_CONTENTS, decodeMessageType, type MessageRejection } from '@v2scope/bip324'
import { MAX_PAYLOAD_LENGTH, MessageError, messageForm, readMessage } from '@v2scope/messages'
import { count } from '../parts/format.js'
import type { Composed } from './compose.js'

const TEXT = {
  reads: (type: string, summary: string) =>
    summary === '' ? `A peer reads: ${type}` : `A peer reads: ${type}, ${summary}`,
  unknown: (type: string) => `A peer reads a type that it may not know: ${type}`,
  unread: (type: string, why: string) => `A peer cannot read this ${type}: ${why}`,
  tooBig: (most: number) => `Nodes take at most ${count(most)} bytes, and disconnect`,
}

const REJECTED: Readonly<Record<MessageRejection, string>> = {
  EMPTY_CONTENTS: 'A peer rejects it: there are no contents',
  UNKNOWN_SHORT_ID: 'A peer rejects it: no type has this short id',
  LONG_TYPE_CUT_SHORT: 'A peer rejects it: the long form of the type ends early',
  LONG_TYPE_NOT_ASCII: 'A peer rejects it: a character of the type is outside 0x20 to 0x7f',
  LONG_TYPE_NOT_PADDED: 'A peer rejects it: a byte follows the NUL of the type',
  WRONG_CHECKSUM: 'A peer rejects it: the checksum is wrong',
}

export interface PeerReading {
  readonly ok: boolean
  readonly text: string
}

export function readAsPeer({ order, contents, typeLength }: Composed): PeerReading {
  const isV1 = order.as === 'message' && typeLength === 0
  const most = isV1 ? MAX_PAYLOAD_LENGTH : DEFAULT_MAX_CONTENTS
  if (contents.length > most) return { ok: false, text: TEXT.tooBig(most) }
  if (isV1) return readPayload(order.messageType, order.payload)
  const type = decodeMessageType(contents)
  if (!type.ok) return { ok: false, text: REJECTED[type.rejection] }
  return readPayload(type.messageType, contents.subarray(type.length))
}

function readPayload(type: string, payload: Uint8Array): PeerReading {
  if (messageForm(type) === undefined) return { ok: true, text: TEXT.unknown(type) }
  try {
    return { ok: true, text: TEXT.reads(type, readMessage(type, payload).summary) }
  } catch (error) {
    if (!(error instanceof MessageError)) throw error
    return { ok: false, text: TEXT.unread(type, error.message) }
  }
}
