/** What each field and each rule is, in words: one sentence what, one sentence why, and where it is written. */

import type { FieldName } from '@v2scope/bip324'
import type { V1FieldName } from '@v2scope/peer'
import type { WireBytesEvent } from '@v2scope/recording'

export interface Explanation {
  readonly what: string
  readonly why: string
  /** The heading in BIP324. */
  readonly section: string
}

const KEYS_SECTION = 'Keys and session ID derivation'
const ENCODING_SECTION = 'ElligatorSwift encoding of curve X coordinates'
const HANDSHAKE_SECTION = 'Handshake: key exchange and version negotiation'
const PACKET_SECTION = 'Packet encryption'
const MESSAGE_SECTION = 'v2 Bitcoin P2P message structure'
const NEGOTIATION_SECTION = 'Overview and design'

/** Of a field of an event, a recording's own among them. */
export type ShownField = FieldName | V1FieldName | WireBytesEvent['fields'][number]['name']

export const FIELDS: Readonly<Record<ShownField, Explanation>> = {
  u: {
    what: 'The first half of an ElligatorSwift public key: a number below 2²⁵⁶.',
    why: 'Any 32 bytes are valid here, so nothing tells them from random ones.',
    section: ENCODING_SECTION,
  },
  t: {
    what: 'The second half: with u it decodes to the x coordinate of a point.',
    why: 'Many pairs of u and t give the same x, and one of them is picked at random.',
    section: ENCODING_SECTION,
  },
  garbage: {
    what: 'Bytes of any content, 0 to 4,095 of them.',
    why: 'They hide where the key ends, and give the handshake no length to be known by.',
    section: HANDSHAKE_SECTION,
  },
  'garbage terminator': {
    what: '16 bytes that both sides derive from the shared secret.',
    why: 'They say where the garbage ends, and only the two ends can know them.',
    section: HANDSHAKE_SECTION,
  },
  'length field': {
    what: 'Bytes of contents, as a little-endian number of 3 bytes, encrypted with a key of its own.',
    why: 'The receiver needs it before the rest has come; encrypted, it tells an observer nothing.',
    section: PACKET_SECTION,
  },
  header: {
    what: 'One byte; its highest bit is the ignore bit, the others are 0.',
    why: 'The ignore bit makes a packet a decoy: it is authenticated, then thrown away.',
    section: PACKET_SECTION,
  },
  'message type': {
    what: 'Which message this is: one byte for a short id, or 00 and 12 bytes of ASCII.',
    why: 'A common type takes one byte, where v1 spends twelve on every message.',
    section: MESSAGE_SECTION,
  },
  payload: {
    what: 'What the message says.',
    why: 'It is the same as in v1: the transport does not change what is said, only how it travels.',
    section: MESSAGE_SECTION,
  },
  'version contents': {
    what: 'The contents of the version packet, empty today.',
    why: 'Whatever a later version puts here is to be ignored by those who do not know it.',
    section: HANDSHAKE_SECTION,
  },
  'decoy contents': {
    what: 'Filling: it means nothing and is ignored.',
    why: 'It changes the sizes and times of what an observer sees.',
    section: PACKET_SECTION,
  },
  'rejected contents': {
    what: 'Contents that hold no valid message type.',
    why: 'The message is rejected and the connection stays: the packet itself was authentic.',
    section: MESSAGE_SECTION,
  },
  tag: {
    what: '16 bytes of Poly1305 over header, contents and the additional data.',
    why: 'Who does not hold the key cannot make it, so a changed byte is noticed.',
    section: PACKET_SECTION,
  },
  ciphertext: {
    what: 'Encrypted bytes that were never opened.',
    why: 'The packet did not come whole, or did not authenticate.',
    section: PACKET_SECTION,
  },
  'incomplete key': {
    what: 'The beginning of a key: 64 bytes were to come.',
    why: 'Nothing can be derived from a part of it.',
    section: HANDSHAKE_SECTION,
  },
  'v1 bytes': {
    what: 'The beginning of a v1 message: network magic, "version" and zeros.',
    why: 'A node that listens for both tells a v1 peer by these 16 bytes.',
    section: NEGOTIATION_SECTION,
  },
  'unread bytes': {
    what: 'Bytes as they crossed the wire: garbage, a terminator or packets, and who has only the wire cannot tell which.',
    why: 'This recording holds the wire alone; lengths are encrypted too, so not even where a packet ends can be seen.',
    section: NEGOTIATION_SECTION,
  },
  'not read': {
    what: 'Bytes that came after the failure, or that no rule explains.',
    why: 'Nothing may be delivered from them.',
    section: HANDSHAKE_SECTION,
  },
  magic: {
    what: 'Four bytes that name the network, sent in the clear.',
    why: 'Anybody on the path can tell by them that this is Bitcoin.',
    section: NEGOTIATION_SECTION,
  },
  'payload length': {
    what: 'Bytes of payload, in the clear.',
    why: 'In v1 an observer reads the size of each message.',
    section: NEGOTIATION_SECTION,
  },
  checksum: {
    what: 'The first 4 bytes of SHA-256 twice over the payload.',
    why: 'It finds accidents, but anybody who changes the payload can compute it again.',
    section: NEGOTIATION_SECTION,
  },
}

/** The rows of the protocol that the page cites. */
export const RULES: Readonly<Record<string, { readonly text: string; readonly section: string }>> =
  {
    H1: {
      text: 'The initiator sends its 64-byte key and up to 4,095 bytes of garbage at once.',
      section: HANDSHAKE_SECTION,
    },
    H2: {
      text: 'A responder says nothing while what comes could still be a v1 peer.',
      section: HANDSHAKE_SECTION,
    },
    H3: {
      text: 'A v1 peer of another network is turned away, and its network named.',
      section: HANDSHAKE_SECTION,
    },
    H4: {
      text: 'With the peer’s key in hand a side sends its terminator, decoys and version packet, without waiting.',
      section: HANDSHAKE_SECTION,
    },
    H5: {
      text: 'The terminator is looked for at every offset, within 4,111 bytes after the key.',
      section: HANDSHAKE_SECTION,
    },
    H6: {
      text: 'The garbage of a side is authenticated by its first packet, decoy or not.',
      section: HANDSHAKE_SECTION,
    },
    H7: {
      text: 'The version packet is the first packet that is no decoy; what it holds is ignored.',
      section: HANDSHAKE_SECTION,
    },
    H8: { text: 'Bytes may come in pieces of any size.', section: HANDSHAKE_SECTION },
    H9: {
      text: 'A private key is fresh for each connection, between 1 and N − 1.',
      section: HANDSHAKE_SECTION,
    },
    K1: {
      text: 'The shared secret is a tagged hash of both keys and the ECDH x.',
      section: 'Shared secret computation',
    },
    K2: {
      text: 'HKDF-Extract ties the secret to the network by its magic.',
      section: KEYS_SECTION,
    },
    K3: { text: 'HKDF-Expand makes six values of 32 bytes each.', section: KEYS_SECTION },
    K4: { text: 'Secrets are wiped once the keys stand.', section: KEYS_SECTION },
    K5: { text: 'Every 64 bytes decode to an x on the curve.', section: ENCODING_SECTION },
    K6: {
      text: 'A key is encoded as 64 bytes that look uniformly random.',
      section: ENCODING_SECTION,
    },
    C1: {
      text: 'The nonce counts packets; after 224 of them the key is replaced.',
      section: 'Rekeying wrappers: FSChaCha20Poly1305 and FSChaCha20',
    },
    C2: {
      text: 'Lengths take 3 bytes of one keystream each; after 224 of them the key is replaced.',
      section: 'Rekeying wrappers: FSChaCha20Poly1305 and FSChaCha20',
    },
    C3: { text: 'Each direction has ciphers of its own.', section: PACKET_SECTION },
    P1: {
      text: 'A packet is its length, then header and contents encrypted, then a tag: 20 bytes more than its contents.',
      section: PACKET_SECTION,
    },
    P2: { text: 'Bit 7 of the header is the ignore bit: a decoy.', section: PACKET_SECTION },
    P3: { text: 'Nodes refuse contents above 4,000,013 bytes.', section: PACKET_SECTION },
    P4: {
      text: 'The length alone is not authenticated: a changed one may stall the stream.',
      section: PACKET_SECTION,
    },
    P5: {
      text: 'A packet that does not authenticate ends the connection.',
      section: PACKET_SECTION,
    },
    A1: { text: 'Contents are a message type and its payload.', section: MESSAGE_SECTION },
    A2: { text: 'The table of short ids, 1 to 28.', section: MESSAGE_SECTION },
    A3: { text: 'Short ids proposed since, read but never sent.', section: MESSAGE_SECTION },
    A4: {
      text: 'Types sent once a connection have no short id: 13 bytes.',
      section: MESSAGE_SECTION,
    },
    A5: {
      text: 'A message with an invalid type is rejected; the connection stays.',
      section: MESSAGE_SECTION,
    },
    A6: { text: 'An unknown type in a valid form is delivered as such.', section: MESSAGE_SECTION },
    S1: { text: 'Service bit 11 says that a node speaks v2.', section: 'Signaling v2 support' },
    S2: {
      text: 'A peer that closes at once after our key may speak only v1, which is not encrypted; it is tried only where you ask.',
      section: 'Signaling v2 support',
    },
    S3: {
      text: 'The transport is v2 only once the peer’s version packet has authenticated.',
      section: HANDSHAKE_SECTION,
    },
    S4: {
      text: 'The handshake has a time limit (60 s unless told otherwise); later, 20 minutes of silence end the connection.',
      section: HANDSHAKE_SECTION,
    },
    S5: {
      text: 'The session id is 32 bytes in hex, as getpeerinfo prints it.',
      section: KEYS_SECTION,
    },
  }

export function isExplained(name: string): name is ShownField {
  return Object.hasOwn(FIELDS, name)
}
