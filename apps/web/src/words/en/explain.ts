/** Words of the page in English: what each field and each rule is, one sentence what and one why. */

import type { FactKind, Row, ShownField } from '../../ui/explanations.js'

export interface Explanation {
  readonly what: string
  readonly why: string
}

const fields: Record<ShownField, Explanation> = {
  u: {
    what: 'The first half of an ElligatorSwift public key: a number below 2²⁵⁶.',
    why: 'Any 32 bytes are valid here, so nothing tells them from random ones.',
  },
  t: {
    what: 'The second half: with u it decodes to the x coordinate of a point.',
    why: 'Many pairs of u and t give the same x, and one of them is picked at random.',
  },
  garbage: {
    what: 'Bytes of any content, 0 to 4,095 of them.',
    why: 'They hide where the key ends, and give the handshake no length to be known by.',
  },
  'garbage terminator': {
    what: '16 bytes that both sides derive from the shared secret.',
    why: 'They say where the garbage ends, and only the two ends can know them.',
  },
  'length field': {
    what: 'Bytes of contents, as a little-endian number of 3 bytes, encrypted with a key of its own.',
    why: 'The receiver needs it before the rest has come; encrypted, it tells an observer nothing.',
  },
  header: {
    what: 'One byte; its highest bit is the ignore bit, the others are 0.',
    why: 'The ignore bit makes a packet a decoy: it is authenticated, then thrown away.',
  },
  'message type': {
    what: 'Which message this is: one byte for a short id, or 00 and 12 bytes of ASCII.',
    why: 'A common type takes one byte, where v1 spends twelve on every message.',
  },
  payload: {
    what: 'What the message says.',
    why: 'It is the same as in v1: the transport does not change what is said, only how it travels.',
  },
  'version contents': {
    what: 'The contents of the version packet, empty today.',
    why: 'Whatever a later version puts here is to be ignored by those who do not know it.',
  },
  'decoy contents': {
    what: 'Filling: it means nothing and is ignored.',
    why: 'It changes the sizes and times of what an observer sees.',
  },
  'rejected contents': {
    what: 'Contents that hold no valid message type.',
    why: 'The message is rejected and the connection stays: the packet itself was authentic.',
  },
  tag: {
    what: '16 bytes of Poly1305 over header, contents and the additional data.',
    why: 'Who does not hold the key cannot make it, so a changed byte is noticed.',
  },
  ciphertext: {
    what: 'Encrypted bytes that were never opened.',
    why: 'The packet did not come whole, or did not authenticate.',
  },
  'incomplete key': {
    what: 'The beginning of a key: 64 bytes were to come.',
    why: 'Nothing can be derived from a part of it.',
  },
  'v1 bytes': {
    what: 'The beginning of a v1 message: network magic, "version" and zeros.',
    why: 'A node that listens for both tells a v1 peer by these 16 bytes.',
  },
  'unread bytes': {
    what: 'Bytes as they crossed the wire: garbage, a terminator or packets, and who has only the wire cannot tell which.',
    why: 'This recording holds the wire alone; lengths are encrypted too, so not even where a packet ends can be seen.',
  },
  'not read': {
    what: 'Bytes that came after the failure, or that no rule explains.',
    why: 'Nothing may be delivered from them.',
  },
  magic: {
    what: 'Four bytes that name the network, sent in the clear.',
    why: 'Anybody on the path can tell by them that this is Bitcoin.',
  },
  'payload length': {
    what: 'Bytes of payload, in the clear.',
    why: 'In v1 an observer reads the size of each message.',
  },
  checksum: {
    what: 'The first 4 bytes of SHA-256 twice over the payload.',
    why: 'It finds accidents, but anybody who changes the payload can compute it again.',
  },
}

const facts: Record<FactKind, Explanation & { readonly name: string }> = {
  nonce: {
    name: 'nonce',
    what: 'The 12 bytes that this packet is encrypted under: its number in the epoch, then the epoch.',
    why: 'The same key with the same nonce would show how two packets differ, so no two packets have one in common.',
  },
  key: {
    name: 'key',
    what: 'The key that encrypts and authenticates this packet, and how often it has been replaced.',
    why: 'Each direction has its own, so that nothing that a side has sent can be sent back to it.',
  },
  aad: {
    name: 'AAD',
    what: 'Additional data that the tag vouches for and that the packet does not carry.',
    why: 'The garbage went out before there was a key: the first packet of its side is what authenticates it.',
  },
  'found at': {
    name: 'found at',
    what: 'How many bytes of garbage came before the terminator.',
    why: 'Nothing tells how long the garbage is, so the terminator is looked for at every offset.',
  },
  value: {
    name: 'value',
    what: 'Where the 16 bytes come from: a half of what HKDF-Expand gives under garbage_terminators.',
    why: 'Both ends derive it from the shared secret, so it needs not be sent in a readable form.',
  },
  number: {
    name: 'number',
    what: 'Which message of its direction this is, counted from 0.',
    why: 'v1 counts nothing itself: a message that somebody left out is not noticed.',
  },
  failure: {
    name: 'failure',
    what: 'What was wrong with these bytes.',
    why: 'A connection ends at the first byte that breaks a rule, and delivers nothing from it.',
  },
}

const rules: Record<Row, string> = {
  H1: 'The initiator sends its 64-byte key and up to 4,095 bytes of garbage at once.',
  H2: 'A responder says nothing while what comes could still be a v1 peer.',
  H3: 'A v1 peer of another network is turned away, and its network named.',
  H4: 'With the peer’s key in hand a side sends its terminator, decoys and version packet, without waiting.',
  H5: 'The terminator is looked for at every offset, within 4,111 bytes after the key.',
  H6: 'The garbage of a side is authenticated by its first packet, decoy or not.',
  H7: 'The version packet is the first packet that is no decoy; what it holds is ignored.',
  H8: 'Bytes may come in pieces of any size.',
  H9: 'A private key is fresh for each connection, between 1 and N − 1.',
  K1: 'The shared secret is a tagged hash of both keys and the ECDH x.',
  K2: 'HKDF-Extract ties the secret to the network by its magic.',
  K3: 'HKDF-Expand makes six values of 32 bytes each.',
  K4: 'Secrets are wiped once the keys stand.',
  K5: 'Every 64 bytes decode to an x on the curve.',
  K6: 'A key is encoded as 64 bytes that look uniformly random.',
  C1: 'The nonce counts packets; after 224 of them the key is replaced.',
  C2: 'Lengths take 3 bytes of one keystream each; after 224 of them the key is replaced.',
  C3: 'Each direction has ciphers of its own.',
  P1: 'A packet is its length, then header and contents encrypted, then a tag: 20 bytes more than its contents.',
  P2: 'Bit 7 of the header is the ignore bit: a decoy.',
  P3: 'Nodes refuse contents above 4,000,013 bytes.',
  P4: 'The length alone is not authenticated: a changed one may stall the stream.',
  P5: 'A packet that does not authenticate ends the connection.',
  A1: 'Contents are a message type and its payload.',
  A2: 'The table of short ids, 1 to 28.',
  A3: 'Short ids proposed since, read but never sent.',
  A4: 'Types sent once a connection have no short id: 13 bytes.',
  A5: 'A message with an invalid type is rejected; the connection stays.',
  A6: 'An unknown type in a valid form is delivered as such.',
  S1: 'Service bit 11 says that a node speaks v2.',
  S2: 'A peer that closes at once after our key may speak only v1, which is not encrypted; it is tried only where you ask.',
  S3: 'The transport is v2 only once the peer’s version packet has authenticated.',
  S4: 'The handshake has a time limit (60 s unless told otherwise); later, 20 minutes of silence end the connection.',
  S5: 'The session id is 32 bytes in hex, as getpeerinfo prints it.',
}

export const explain = {
  fields,
  facts,
  rules,
  /** @param section heading in BIP324 */
  ruleAndPlace: (text: string, row: string, section: string) =>
    `${text}\nrule ${row} · BIP324 §${section}`,
}
