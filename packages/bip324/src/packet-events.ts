/** What the trace tells of a packet, made of what is its own: all else follows. */

import { HEADER_LEN, LENGTH_FIELD_LEN, REKEY_INTERVAL, type Role, TAG_LEN } from './constants.js'
import { packetNonce } from './fschacha20poly1305.js'
import { type DecodedMessageType, decodeMessageType } from './message-type.js'
import type { MessageEvent, MessageRejected, PacketEvent, PacketKind } from './trace.js'
import { type Span, tile } from './trace-fields.js'

const LENGTH_FIELD: Span = ['length field', 'P1', LENGTH_FIELD_LEN]
const HEADER: Span = ['header', 'P2', HEADER_LEN]
const TAG: Span = ['tag', 'P5', TAG_LEN]
const NO_AAD = new Uint8Array(0)

export interface TracedPacket {
  readonly number: number
  readonly kind: PacketKind
  readonly header: number
  readonly contents: Uint8Array
  readonly aad: Uint8Array
  /** Kept as it is: nobody else's. */
  readonly wire: Uint8Array
}

type Numbered = 'seq' | 'role'
type PacketTold = Omit<PacketEvent, Numbered>
type MessageTold = Omit<MessageEvent, Numbered> | Omit<MessageRejected, Numbered>

/**
 * The events of a packet, without their `seq` and `role`: the packet, and what it says.
 * @param role whose trace it is
 */
export function packetEvents(
  role: Role,
  way: 'sent' | 'received',
  packet: TracedPacket,
): readonly [PacketTold] | readonly [PacketTold, MessageTold] {
  const { kind, number, header, wire } = packet
  const from = (way === 'sent') === (role === 'initiator') ? 'initiator' : 'responder'
  const contents = packet.contents.slice()
  const type = kind === 'message' ? decodeMessageType(contents) : undefined
  const spans = contentsSpans(kind, contents.length, type)
  const told: PacketTold = {
    type: `packet_${way}`,
    direction: way,
    bytes: wire,
    fields: tile(LENGTH_FIELD, HEADER, ...spans, TAG),
    kind,
    decoy: kind === 'decoy',
    number,
    epoch: Math.floor(number / REKEY_INTERVAL),
    length: contents.length,
    header,
    contents,
    tag: wire.slice(-TAG_LEN),
    nonce: packetNonce(number),
    aad: packet.aad.length > 0 ? packet.aad.slice() : NO_AAD,
    lengthKey: `${from}_L`,
    packetKey: `${from}_P`,
  }
  if (!type) return [told]
  const base = { direction: way, bytes: contents, fields: tile(...spans), packet: number }
  if (!type.ok) return [told, { type: 'message_rejected', ...base, rejection: type.rejection }]
  const { messageType, form } = type
  return [told, { type: 'message', ...base, messageType, form }]
}

/** @param type of a message */
function contentsSpans(
  kind: PacketKind,
  length: number,
  type: DecodedMessageType | undefined,
): readonly Span[] {
  if (kind === 'decoy') return [['decoy contents', 'P2', length]]
  if (kind === 'version') return [['version contents', 'H7', length]]
  if (!type?.ok) return [['rejected contents', 'A5', length]]
  return [
    ['message type', 'A1', type.length],
    ['payload', 'A1', length - type.length],
  ]
}
