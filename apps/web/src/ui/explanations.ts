/** Where each field and each rule is written: headings of BIP324. Their words are in the catalogue. */

import type { FieldName } from '@v2scope/bip324'
import type { V1FieldName } from '@v2scope/peer'
import type { WireBytesEvent } from '@v2scope/recording'

const KEYS_SECTION = 'Keys and session ID derivation'
const ENCODING_SECTION = 'ElligatorSwift encoding of curve X coordinates'
const HANDSHAKE_SECTION = 'Handshake: key exchange and version negotiation'
const PACKET_SECTION = 'Packet encryption'
const MESSAGE_SECTION = 'v2 Bitcoin P2P message structure'
const NEGOTIATION_SECTION = 'Overview and design'
const REKEYING_SECTION = 'Rekeying wrappers: FSChaCha20Poly1305 and FSChaCha20'
const SHARED_SECTION = 'Shared secret computation'
const SIGNALLING_SECTION = 'Signaling v2 support'

/** Of a field of an event, a recording's own among them. */
export type ShownField = FieldName | V1FieldName | WireBytesEvent['fields'][number]['name']

export const FIELD_SECTIONS: Readonly<Record<ShownField, string>> = {
  u: ENCODING_SECTION,
  t: ENCODING_SECTION,
  garbage: HANDSHAKE_SECTION,
  'garbage terminator': HANDSHAKE_SECTION,
  'length field': PACKET_SECTION,
  header: PACKET_SECTION,
  'message type': MESSAGE_SECTION,
  payload: MESSAGE_SECTION,
  'version contents': HANDSHAKE_SECTION,
  'decoy contents': PACKET_SECTION,
  'rejected contents': MESSAGE_SECTION,
  tag: PACKET_SECTION,
  ciphertext: PACKET_SECTION,
  'incomplete key': HANDSHAKE_SECTION,
  'v1 bytes': NEGOTIATION_SECTION,
  'unread bytes': NEGOTIATION_SECTION,
  'not read': HANDSHAKE_SECTION,
  magic: NEGOTIATION_SECTION,
  'payload length': NEGOTIATION_SECTION,
  checksum: NEGOTIATION_SECTION,
}

/** The rows of the protocol that the page cites. */
export const RULE_SECTIONS = {
  H1: HANDSHAKE_SECTION,
  H2: HANDSHAKE_SECTION,
  H3: HANDSHAKE_SECTION,
  H4: HANDSHAKE_SECTION,
  H5: HANDSHAKE_SECTION,
  H6: HANDSHAKE_SECTION,
  H7: HANDSHAKE_SECTION,
  H8: HANDSHAKE_SECTION,
  H9: HANDSHAKE_SECTION,
  K1: SHARED_SECTION,
  K2: KEYS_SECTION,
  K3: KEYS_SECTION,
  K4: KEYS_SECTION,
  K5: ENCODING_SECTION,
  K6: ENCODING_SECTION,
  C1: REKEYING_SECTION,
  C2: REKEYING_SECTION,
  C3: PACKET_SECTION,
  P1: PACKET_SECTION,
  P2: PACKET_SECTION,
  P3: PACKET_SECTION,
  P4: PACKET_SECTION,
  P5: PACKET_SECTION,
  A1: MESSAGE_SECTION,
  A2: MESSAGE_SECTION,
  A3: MESSAGE_SECTION,
  A4: MESSAGE_SECTION,
  A5: MESSAGE_SECTION,
  A6: MESSAGE_SECTION,
  S1: SIGNALLING_SECTION,
  S2: SIGNALLING_SECTION,
  S3: HANDSHAKE_SECTION,
  S4: HANDSHAKE_SECTION,
  S5: KEYS_SECTION,
} as const

export type Row = keyof typeof RULE_SECTIONS

/** What is true of an item and has no bytes in it. */
export type FactKind = 'nonce' | 'key' | 'aad' | 'found at' | 'value' | 'number' | 'failure'

export const isExplained = (name: string): name is ShownField => Object.hasOwn(FIELD_SECTIONS, name)

export const isRow = (row: string): row is Row => Object.hasOwn(RULE_SECTIONS, row)
