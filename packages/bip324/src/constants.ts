/** BIP324's numbers in one place, each with the heading that it comes from. */

/** §v2 Bitcoin P2P transport layer protocol: an ElligatorSwift public key, in bytes (u ‖ t). */
export const ELLSWIFT_PUBKEY_LEN = 64
/** A private key, a field element, a derived key: in bytes. */
export const KEY_LEN = 32
/** §Handshake: the most garbage a side may send, in bytes. */
export const MAX_GARBAGE_LEN = 4095
/** §Handshake: a garbage terminator, in bytes. */
export const GARBAGE_TERMINATOR_LEN = 16
/** §Packet encryption: the encrypted length field, in bytes. */
export const LENGTH_FIELD_LEN = 3
/** §Packet encryption: the header, in bytes; it is encrypted with the contents. */
export const HEADER_LEN = 1
/** §Packet encryption: the Poly1305 tag, in bytes. */
export const TAG_LEN = 16
/** What a packet takes beyond its contents, in bytes: length field, header, tag. */
export const PACKET_OVERHEAD = LENGTH_FIELD_LEN + HEADER_LEN + TAG_LEN
/** §Packet encryption: the bit of the header that marks a decoy. */
export const IGNORE_BIT = 0x80
/** §Packet encryption: the most contents that a length field of 24 bits can say, in bytes. */
export const MAX_CONTENTS_LEN = 2 ** 24 - 1
/** What nodes accept, in bytes of contents: a long message type and a payload of 4,000,000. */
export const DEFAULT_MAX_CONTENTS = 4_000_013
/** §Rekeying: packets (and length chunks) under one key. */
export const REKEY_INTERVAL = 224
/** §Message encoding: a message type in its long form, the leading zero not counted, in bytes. */
export const MESSAGE_TYPE_LEN = 12
/** §Transport layer: a network's magic, in bytes. */
export const MAGIC_LEN = 4
/** What a responder compares to find a v1 peer: magic ‖ "version" ‖ five zeros, in bytes. */
export const V1_PREFIX_LEN = 16

/** The service bit of a node that speaks v2 (§Signaling v2 support). */
export const NODE_P2P_V2 = 1n << 11n

const network = <const N extends string>(name: N, magic: readonly number[], defaultPort: number) =>
  Object.freeze({ name, magic: Uint8Array.from(magic), defaultPort })

/** The public networks: magic (4 bytes, in wire order) and default TCP port. Do not write to the arrays. */
export const Networks = Object.freeze({
  mainnet: network('mainnet', [0xf9, 0xbe, 0xb4, 0xd9], 8333),
  testnet3: network('testnet3', [0x0b, 0x11, 0x09, 0x07], 18333),
  testnet4: network('testnet4', [0x1c, 0x16, 0x3f, 0x28], 48333),
  signet: network('signet', [0x0a, 0x03, 0xcf, 0x40], 38333),
  regtest: network('regtest', [0xfa, 0xbf, 0xb5, 0xda], 18444),
})

export type NetworkName = keyof typeof Networks

/** The side of a connection: who dialled, and who was dialled. */
export type Role = 'initiator' | 'responder'
