/**
 * BIP324, Bitcoin's v2 encrypted P2P transport: bytes in; bytes, events and a trace out.
 * Synchronous, without I/O, clock or random source of its own.
 */

export { concatBytes, fromHex, toHex } from './bytes.js'
export {
  DEFAULT_MAX_CONTENTS,
  ELLSWIFT_PUBKEY_LEN,
  GARBAGE_TERMINATOR_LEN,
  HEADER_LEN,
  IGNORE_BIT,
  LENGTH_FIELD_LEN,
  MAX_CONTENTS_LEN,
  MAX_GARBAGE_LEN,
  type NetworkName,
  Networks,
  NODE_P2P_V2,
  PACKET_OVERHEAD,
  REKEY_INTERVAL,
  type Role,
  TAG_LEN,
} from './constants.js'
export { type Core, REFERENCE_CORE } from './core.js'
export type {
  DirectionCipher,
  OnRekeys,
  OpenedPacket,
  PacketOptions,
} from './direction-cipher.js'
export {
  ellswiftCreate,
  ellswiftDecode,
  ellswiftKeyPair,
  xelligatorswift,
  xswiftec,
  xswiftecInv,
} from './ellswift.js'
export {
  assertNever,
  type LocalErrorCode,
  LocalProtocolError,
  REMOTE_ERROR_ROWS,
  type RemoteErrorCode,
  RemoteProtocolError,
} from './errors.js'
export type { DirectionStats, OutputChunk, TransportEvent, TransportStats } from './events.js'
export { FSChaCha20 } from './fschacha20.js'
export { FSChaCha20Poly1305 } from './fschacha20poly1305.js'
export type { Phase, TransportKind } from './handshake.js'
export type { Hashes } from './hashes.js'
export type { EllswiftKeyPair, RandomBytes, XswiftecCase } from './key-pair.js'
export {
  type DecodedMessageType,
  decodeMessageType,
  encodeContents,
  encodeMessageType,
  isProposedId,
  type MessageRejection,
  shortIdOf,
} from './message-type.js'
export { PacketCipher } from './packet.js'
export { packetEvents, type TracedPacket } from './packet-events.js'
export type { OnRekey, Rekey } from './rekey.js'
export { noStats } from './sender.js'
export { deriveSessionKeys, EXPANSIONS, type Expansion, type SessionKeys } from './session-keys.js'
export { ellswiftEcdhXonly, taggedHash, v2Ecdh } from './shared-secret.js'
export type * from './trace.js'
export { V2Transport } from './transport.js'
export type { V2TransportOptions } from './transport-options.js'
export { encodeV1Message, networkOfMagic, V1_HEADER_LEN, V1Framing } from './v1.js'
export type { Waiting } from './waiting.js'
