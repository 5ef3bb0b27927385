/**
 * Which packets are as a transport tells them: then all of their events follows from what is on the
 * wire, from the contents, and from a few numbers. What somebody made up, or took out, is not.
 */

import {
  type DecodedMessageType,
  decodeMessageType,
  type MessageEvent,
  type MessageRejected,
  type PacketEvent,
  REKEY_INTERVAL,
} from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'

const OVERHEAD = 20
const TAG_LEN = 16
const U32 = 2 ** 32
export const DECOY_HEADER = 0x80

export type TimedPacket = TimedEvent & PacketEvent
export type TimedTold = TimedEvent & (MessageEvent | MessageRejected)

/** Whether its events can be made again. */
export function isPlainPacket(event: TimedPacket): boolean {
  const { contents, bytes, kind, number, direction, type, role } = event
  const from = (direction === 'sent') === (role === 'initiator') ? 'initiator' : 'responder'
  return (
    type === `packet_${direction}` &&
    event.aad.length === 0 &&
    event.length === contents.length &&
    bytes.length === contents.length + OVERHEAD &&
    event.decoy === (kind === 'decoy') &&
    event.header === (kind === 'decoy' ? DECOY_HEADER : 0) &&
    event.epoch === Math.floor(number / REKEY_INTERVAL) &&
    event.lengthKey === `${from}_L` &&
    event.packetKey === `${from}_P` &&
    isNonceOf(event.nonce, number) &&
    isEnd(bytes, event.tag) &&
    hasPlainFields(event)
  )
}

/** Whether this, which follows a packet that is plain, can be made again with it. */
export function isPlainTold(told: TimedTold, packet: TimedPacket): boolean {
  const type = typeOf(packet)
  if (!type) return false
  return (
    told.seq === packet.seq + 1 &&
    told.time === packet.time &&
    told.role === packet.role &&
    told.direction === packet.direction &&
    told.packet === packet.number &&
    told.bytes === packet.contents &&
    saysType(told, type) &&
    hasFields(told.fields, contentsFields(packet, type), 0)
  )
}

const saysType = (told: TimedTold, type: DecodedMessageType): boolean =>
  type.ok
    ? told.type === 'message' && told.messageType === type.messageType && told.form === type.form
    : told.type === 'message_rejected' && told.rejection === type.rejection

const typeOf = ({ kind, contents }: PacketEvent): DecodedMessageType | undefined =>
  kind === 'message' ? decodeMessageType(contents) : undefined

/** C1 */
function isNonceOf(nonce: Uint8Array, number: number): boolean {
  if (nonce.length !== 12) return false
  const view = new DataView(nonce.buffer, nonce.byteOffset)
  const epoch = Math.floor(number / REKEY_INTERVAL)
  return (
    view.getUint32(0, true) === number % REKEY_INTERVAL &&
    view.getUint32(4, true) === epoch % U32 &&
    view.getUint32(8, true) === Math.floor(epoch / U32)
  )
}

function isEnd(bytes: Uint8Array, tag: Uint8Array): boolean {
  const start = bytes.length - TAG_LEN
  if (tag.length !== TAG_LEN) return false
  for (let i = 0; i < TAG_LEN; i++) if (bytes[start + i] !== tag[i]) return false
  return true
}

type Part = readonly [name: string, row: string, length: number]

const BEFORE: readonly Part[] = [
  ['length field', 'P1', 3],
  ['header', 'P2', 1],
]
const AFTER: Part = ['tag', 'P5', TAG_LEN]

const hasPlainFields = (event: TimedPacket): boolean =>
  hasFields(event.fields, [...BEFORE, ...contentsFields(event, typeOf(event)), AFTER], 0)

function contentsFields(
  { kind, contents: { length } }: PacketEvent,
  type: DecodedMessageType | undefined,
): readonly Part[] {
  if (kind === 'decoy') return [['decoy contents', 'P2', length]]
  if (kind === 'version') return [['version contents', 'H7', length]]
  if (!type?.ok) return [['rejected contents', 'A5', length]]
  return [
    ['message type', 'A1', type.length],
    ['payload', 'A1', length - type.length],
  ]
}

/** Whether they are these, one behind the other, the empty ones left out. */
function hasFields(fields: PacketEvent['fields'], parts: readonly Part[], from: number): boolean {
  let start = from
  let i = 0
  for (const [name, row, length] of parts) {
    if (length === 0) continue
    const field = fields[i]
    if (field?.name !== name || field.row !== row) return false
    if (field.start !== start || field.end !== start + length) return false
    start += length
    i += 1
  }
  return i === fields.length
}
