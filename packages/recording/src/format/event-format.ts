/** How events are kept: a kind of event, a declaration. */

import * as z from 'zod'
import {
  decoding,
  derivation,
  ellswift,
  expansion,
  expansionName,
  secretBytes,
} from './derivation-format.js'
import { bytes, count, eventBase, fields, orNull, text } from './values.js'

const TAG = 16
const NONCE = 12
const MOST_IN_HEADER = 255

const packetSpans = [
  'length field',
  'header',
  'message type',
  'payload',
  'version contents',
  'decoy contents',
  'rejected contents',
  'tag',
] as const
const noSpans = z
  .array(z.never())
  .max(0)
  .describe('None: there are no bytes of the wire in this event.')

const packetNumber = count('Number of the packet in its direction, from 0.')
const epoch = count('The number of the key: the packet number divided by 224, rounded down.')

const key = z.strictObject({
  type: z.enum(['key_sent', 'key_received']),
  ...eventBase,
  bytes: ellswift('The'),
  fields: fields('u', 't'),
})

const ecdhComputed = z.strictObject({
  type: z.literal('ecdh_computed'),
  ...eventBase,
  fields: noSpans,
  privateKey: secretBytes('Our private key'),
  ellswiftOurs: ellswift('Our'),
  ellswiftTheirs: ellswift("The peer's"),
  decodings: z.tuple([decoding, decoding]).describe('Ours, then theirs.'),
  ecdhX: derivation,
  sharedSecret: derivation,
})

const keysDerived = z.strictObject({
  type: z.literal('keys_derived'),
  ...eventBase,
  fields: noSpans,
  salt: bytes('Of HKDF-Extract: public.'),
  ikm: secretBytes('Of HKDF-Extract: the shared secret'),
  prk: derivation,
  expansions: z.array(expansion),
  sendGarbageTerminator: derivation,
  recvGarbageTerminator: derivation,
})

const garbage = z.strictObject({
  type: z.enum(['garbage_sent', 'garbage_received']),
  ...eventBase,
  fields: fields('garbage'),
})

const terminatorSpan = fields('garbage terminator')
const terminatorSent = z.strictObject({
  type: z.literal('terminator_sent'),
  ...eventBase,
  fields: terminatorSpan,
})
const terminatorFound = z.strictObject({
  type: z.literal('terminator_found'),
  ...eventBase,
  fields: terminatorSpan,
  offset: count('Bytes of garbage before it.'),
})

const packet = z
  .strictObject({
    type: z.enum(['packet_sent', 'packet_received']),
    ...eventBase,
    fields: fields(...packetSpans),
    kind: z.enum(['decoy', 'version', 'message']),
    decoy: z.boolean(),
    number: packetNumber,
    epoch,
    length: count('What the length field says: bytes of contents.'),
    header: z.int().min(0).max(MOST_IN_HEADER).describe('The decrypted header; 128 marks a decoy.'),
    contents: bytes('Decrypted.'),
    tag: bytes('Of Poly1305, 16 bytes.', TAG),
    nonce: bytes('12 bytes.', NONCE),
    aad: bytes('The garbage of this side for its first packet, empty afterwards.'),
    lengthKey: expansionName,
    packetKey: expansionName,
  })
  .describe('`bytes` is the packet as it is on the wire; decrypted, it has the same fields.')

const contentsBytes = orNull(
  bytes('The decrypted contents of the packet: message type, then payload.'),
  'null: the `contents` of the event before, which is the packet of this message.',
)
const contentsSpans = fields('message type', 'payload', 'rejected contents')
const message = z
  .strictObject({
    type: z.literal('message'),
    ...eventBase,
    bytes: contentsBytes,
    fields: contentsSpans,
    packet: packetNumber,
    messageType: text('Such as `ping`.'),
    form: z.enum(['short', 'long']).describe('How the type is written: 1 byte, or 13.'),
  })
  .describe('`bytes` is the decrypted contents of the packet: message type, then payload.')

const messageRejected = z.strictObject({
  type: z.literal('message_rejected'),
  ...eventBase,
  bytes: contentsBytes,
  fields: contentsSpans,
  packet: packetNumber,
  rejection: z.enum([
    'EMPTY_CONTENTS',
    'UNKNOWN_SHORT_ID',
    'LONG_TYPE_CUT_SHORT',
    'LONG_TYPE_NOT_ASCII',
    'LONG_TYPE_NOT_PADDED',
    'WRONG_CHECKSUM',
  ]),
})

const rekeyed = z.strictObject({
  type: z.literal('rekeyed'),
  ...eventBase,
  fields: noSpans,
  cipher: z.enum(['FSChaCha20', 'FSChaCha20Poly1305']),
  of: z.enum(['sent', 'received']).describe('Whose packets.'),
  key: expansionName,
  epoch: count('Of the new key.'),
  oldKey: secretBytes('The key before'),
  newKey: derivation,
})

export const phase = z.enum(['key exchange', 'garbage', 'version negotiation', 'application'])
export const transport = z.enum(['detecting', 'v1', 'v2'])

const stateChanged = z.strictObject({
  type: z.literal('state_changed'),
  ...eventBase,
  fields: noSpans,
  phase,
  transport,
})

const v1Detected = z
  .strictObject({
    type: z.literal('v1_detected'),
    ...eventBase,
    fields: fields('v1 bytes'),
  })
  .describe('The peer speaks v1. The v1 messages hold these bytes again.')

const failed = z
  .strictObject({
    type: z.literal('failed'),
    ...eventBase,
    fields: fields('incomplete key', 'garbage', 'length field', 'ciphertext', 'tag', 'not read'),
    code: z.enum([
      'V1_OTHER_NETWORK',
      'V1_BAD_MAGIC',
      'V1_PAYLOAD_TOO_LARGE',
      'GARBAGE_TERMINATOR_MISSING',
      'PACKET_TOO_LARGE',
      'AUTHENTICATION_FAILED',
      'CLOSED_BEFORE_KEY',
      'CLOSED_IN_HANDSHAKE',
      'CLOSED_IN_PACKET',
      'HANDSHAKE_TIMEOUT',
    ]),
    message: text('What is wrong, in words.'),
    row: text('The row of the protocol that the peer broke.'),
    offset: orNull(z.int().min(0), 'In the received stream, in bytes; null: no byte is to blame.'),
  })
  .describe('`bytes` is what had come in and belongs to no earlier event.')

const v1Message = z
  .strictObject({
    type: z.literal('v1_message'),
    ...eventBase,
    fields: fields('magic', 'message type', 'payload length', 'checksum', 'payload'),
    number: count('In its direction, from 0.'),
    messageType: text('Such as `ping`.'),
    payload: bytes('What follows the header of 24 bytes.'),
  })
  .describe('`bytes` is a message as v1 puts it on the wire, in the clear.')

const wireBytes = z
  .strictObject({
    type: z.literal('wire_bytes'),
    ...eventBase,
    direction: z.enum(['sent', 'received']),
    fields: fields('unread bytes'),
  })
  .describe('Only at the level `wire`: bytes, and nothing of what is in them.')

export const eventFormat = z
  .discriminatedUnion('type', [
    key,
    ecdhComputed,
    keysDerived,
    garbage,
    terminatorSent,
    terminatorFound,
    packet,
    message,
    messageRejected,
    rekeyed,
    stateChanged,
    v1Detected,
    failed,
    v1Message,
    wireBytes,
  ])
  .meta({ id: 'event' })
