/** BIP324 §Keys and session ID derivation. */

import { ascii, type Bytes32, concatBytes, type Magic, toBytes32, toMagic } from './bytes.js'
import { GARBAGE_TERMINATOR_LEN, type Role } from './constants.js'
import { type Hashes, REFERENCE_HASHES } from './hashes.js'

/** The salt of K2, before the magic. */
export const HKDF_SALT = 'bitcoin_v2_shared_secret'

/** The six values of K3, by their info, in the order of the BIP. */
export const EXPANSIONS = [
  'initiator_L',
  'initiator_P',
  'responder_L',
  'responder_P',
  'garbage_terminators',
  'session_id',
] as const
export type Expansion = (typeof EXPANSIONS)[number]

/** What both sides derive, and which of it is whose. 32 bytes each, the terminators 16. */
export interface SessionKeys {
  readonly sessionId: Uint8Array
  readonly sendL: Bytes32
  readonly sendP: Bytes32
  readonly recvL: Bytes32
  readonly recvP: Bytes32
  readonly sendGarbageTerminator: Uint8Array
  readonly recvGarbageTerminator: Uint8Array
}

/** The salt of K2: `bitcoin_v2_shared_secret` ‖ magic. */
export const saltFor = (magic: Magic): Uint8Array => concatBytes(ascii(HKDF_SALT), magic)

/** PRK of K2, 32 bytes: HMAC(salt, shared secret) (RFC 5869 §2.2). */
export const hkdfExtract = (
  sharedSecret: Bytes32,
  magic: Magic,
  { hmacSha256 }: Hashes = REFERENCE_HASHES,
): Bytes32 => toBytes32(hmacSha256(saltFor(magic), sharedSecret))

/** Of what HKDF-Expand puts together, the number of the first block; 32 bytes are one (RFC 5869 §2.3). */
const FIRST_BLOCK = Uint8Array.of(1)

/** One expansion of K3, 32 bytes: HMAC(PRK, info ‖ 01). */
const hkdfExpand = (prk: Bytes32, info: Expansion, { hmacSha256 }: Hashes): Bytes32 =>
  toBytes32(hmacSha256(prk, concatBytes(ascii(info), FIRST_BLOCK)))

/** All six expansions of K3. */
export function expandAll(
  prk: Bytes32,
  hashes: Hashes = REFERENCE_HASHES,
): Record<Expansion, Bytes32> {
  const expand = (info: Expansion) => hkdfExpand(prk, info, hashes)
  return {
    initiator_L: expand('initiator_L'),
    initiator_P: expand('initiator_P'),
    responder_L: expand('responder_L'),
    responder_P: expand('responder_P'),
    garbage_terminators: expand('garbage_terminators'),
    session_id: expand('session_id'),
  }
}

/** Which of the six is for sending and which for receiving. */
export function assignKeys(expanded: Record<Expansion, Bytes32>, role: Role): SessionKeys {
  const terminators = expanded.garbage_terminators
  const initiator = {
    L: expanded.initiator_L,
    P: expanded.initiator_P,
    terminator: terminators.slice(0, GARBAGE_TERMINATOR_LEN),
  }
  const responder = {
    L: expanded.responder_L,
    P: expanded.responder_P,
    terminator: terminators.slice(GARBAGE_TERMINATOR_LEN),
  }
  const [ours, theirs] = role === 'initiator' ? [initiator, responder] : [responder, initiator]
  return {
    sessionId: expanded.session_id,
    sendL: ours.L,
    sendP: ours.P,
    recvL: theirs.L,
    recvP: theirs.P,
    sendGarbageTerminator: ours.terminator,
    recvGarbageTerminator: theirs.terminator,
  }
}

/**
 * Keys, terminators and session id (K2, K3).
 * @param sharedSecret 32 bytes @param magic 4 bytes @param role ours
 * @param hashes of a core; default: @noble's
 * @throws {LocalProtocolError} `BAD_ARGUMENT` for a wrong length.
 */
export function deriveSessionKeys(
  sharedSecret: Uint8Array,
  magic: Uint8Array,
  role: Role,
  hashes: Hashes = REFERENCE_HASHES,
): SessionKeys {
  const prk = hkdfExtract(toBytes32(sharedSecret, 'a shared secret'), toMagic(magic), hashes)
  const expanded = expandAll(prk, hashes)
  prk.fill(0)
  const keys = assignKeys(expanded, role)
  expanded.garbage_terminators.fill(0)
  return keys
}
