/** How a peer will read what is sent, told before it is. */

import { DEFAULT_MAX_CONTENTS, decodeMessageType } from '@v2scope/bip324'
import { MAX_PAYLOAD_LENGTH, MessageError, messageForm, readMessage } from '@v2scope/messages'
import type { Words } from '../../words/words.js'
import type { Composed } from './compose.js'

type ReadingWords = Words['composer']['reading']

export interface PeerReading {
  readonly ok: boolean
  readonly text: string
}

export function readAsPeer(
  { order, contents, typeLength }: Composed,
  words: ReadingWords,
): PeerReading {
  const isV1 = order.as === 'message' && typeLength === 0
  const most = isV1 ? MAX_PAYLOAD_LENGTH : DEFAULT_MAX_CONTENTS
  if (contents.length > most) return { ok: false, text: words.tooBig(most) }
  if (isV1) return readPayload(order.messageType, order.payload, words)
  const type = decodeMessageType(contents)
  if (!type.ok) return { ok: false, text: words.rejections[type.rejection] }
  return readPayload(type.messageType, contents.subarray(type.length), words)
}

function readPayload(type: string, payload: Uint8Array, words: ReadingWords): PeerReading {
  if (messageForm(type) === undefined) return { ok: true, text: words.unknown(type) }
  try {
    return { ok: true, text: words.reads(type, readMessage(type, payload).summary) }
  } catch (error) {
    if (!(error instanceof MessageError)) throw error
    return { ok: false, text: words.unread(type, error.code, error.message) }
  }
}
