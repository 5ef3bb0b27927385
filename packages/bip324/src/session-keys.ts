/** BIP324 §Keys and session ID derivation. */

import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { ascii, type Bytes32, concatBytes, type Magic, toBytes32, toMagic } from './bytes.js'
import { GARBAGE_TERMINATOR_LEN, KEY_LEN, type Role } from './constants.js'

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

/** PRK of K2, 32 bytes. */
export const hkdfExtract = (sharedSecret: Bytes32, magic: Magic): Bytes32 =>
  toBytes32(extract(sha256, sharedSecret, saltFor(magic)))

/** One expansion of K3, 32 bytes. */
export const hkdfExpand = (prk: Bytes32, info: Expansion): Bytes32 =>
  toBytes32(expand(sha256, prk, ascii(info), KEY_LEN))

/** All six expansions of K3. */
export function expandAll(prk: Bytes32): Record<Expansion, Bytes32> {
  return {
    initiator_L: hkdfExpand(prk, 'initiator_L'),
    initiator_P: hkdfExpand(prk, 'initiator_P'),
    responder_L: hkdfExpand(prk, 'responder_L'),
    responder_P: hkdfExpand(prk, 'responder_P'),
    garbage_terminators: hkdfExpand(prk, 'garbage_terminators'),
    session_id: hkdfExpand(prk, 'session_id'),
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
 * @throws {LocalProtocolError} `BAD_ARGUMENT` for a wrong length.
 */
export function deriveSessionKeys(
  sharedSecret: Uint8Array,
  magic: Uint8Array,
  role: Role,
): SessionKeys {
  const prk = hkdfExtract(toBytes32(sharedSecret, 'a shared secret'), toMagic(magic))
  const expanded = expandAll(prk)
  prk.fill(0)
  const keys = assignKeys(expanded, role)
  expanded.garbage_terminators.fill(0)
  return keys
}
