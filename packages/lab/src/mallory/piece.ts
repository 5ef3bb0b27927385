/** What Mallory takes off one connection, and puts on the other. */

import {
  decodeMessageType,
  encodeContents,
  encodeV1Message,
  type TransportEvent,
} from '@v2scope/bip324'

/** @property bytes what is passed on: contents in v2, a whole message in v1 */
export type Piece =
  | {
      readonly kind: 'message'
      readonly messageType: string
      readonly payload: Uint8Array
      readonly form: Form
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'decoy' | 'rejected'; readonly bytes: Uint8Array }
  /** v1 that is none any more, or is cut short. */
  | { readonly kind: 'unread'; readonly bytes: Uint8Array }

/** What she understands. */
export type ReadPiece = Exclude<Piece, { kind: 'unread' }>
export type MessagePiece = Extract<Piece, { kind: 'message' }>
export type Form = 'short' | 'long' | 'v1'

const MOST_IDS = 256

/** Proposed ids too (A3): what somebody sends in one byte is passed on in one byte. */
const IDS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: MOST_IDS }, (_, id) => id).flatMap((id) => {
    const type = decodeMessageType(Uint8Array.of(id))
    return type.ok ? [[type.messageType, id] as const] : []
  }),
)

/** A message in one of the forms that its type may have on the wire. */
export function toPiece(
  magic: Uint8Array,
  form: Form,
  messageType: string,
  payload: Uint8Array,
): MessagePiece {
  const bytes = encode(magic, form, messageType, payload)
  return { kind: 'message', messageType, payload, form, bytes }
}

/** What a packet held; undefined for what is no packet of the application's. */
export function pieceOf(event: TransportEvent): Piece | undefined {
  switch (event.type) {
    case 'message': {
      const { messageType, payload, form } = event
      return toPiece(NO_MAGIC, form, messageType, payload)
    }
    case 'decoy':
    case 'rejected':
      return { kind: event.type, bytes: event.contents }
    default:
      return undefined
  }
}

/** A transport delivers no v1 message. */
const NO_MAGIC = new Uint8Array(4)

function encode(magic: Uint8Array, form: Form, messageType: string, payload: Uint8Array) {
  if (form === 'v1') return encodeV1Message(magic, messageType, payload)
  const id = form === 'short' ? IDS.get(messageType) : undefined
  if (id === undefined) return encodeContents(messageType, payload, 'long')
  const contents = new Uint8Array(1 + payload.length)
  contents[0] = id
  contents.set(payload, 1)
  return contents
}
