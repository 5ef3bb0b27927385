/** BIP324 §Shared secret computation. */

import { ascii, type Bytes32, concatBytes, toBytes32, toEllswiftPubkey } from './bytes.js'
import type { Role } from './constants.js'
import { ellswiftDecode } from './ellswift.js'
import { feFromBytes, multiplyX } from './field.js'
import { type Hashes, REFERENCE_HASHES } from './hashes.js'
import { toPrivateKey } from './private-key.js'

/** The tag of K1. */
export const ECDH_TAG = 'bip324_ellswift_xonly_ecdh'

/** SHA-256(SHA-256(tag) ‖ SHA-256(tag) ‖ data), 32 bytes (BIP340). @param hashes of a core; default: @noble's */
export function taggedHash(
  tag: string,
  data: Uint8Array,
  { sha256 }: Hashes = REFERENCE_HASHES,
): Bytes32 {
  const tagHash = sha256(ascii(tag))
  return toBytes32(sha256(concatBytes(tagHash, tagHash, data)))
}

/**
 * x of (private key · point behind the peer's 64 bytes), 32 bytes.
 * @param ellswiftTheirs 64 bytes @param privateKey 32 bytes
 * @throws {LocalProtocolError} `BAD_PRIVATE_KEY`, `BAD_ARGUMENT`.
 */
export function ellswiftEcdhXonly(ellswiftTheirs: Uint8Array, privateKey: Uint8Array): Bytes32 {
  return multiplyX(toPrivateKey(privateKey), feFromBytes(ellswiftDecode(ellswiftTheirs)))
}

/** K1, from the ECDH x (32 bytes) and both keys (64 bytes each). */
export function hashEcdhX(
  ecdhX: Bytes32,
  ellswiftTheirs: Uint8Array,
  ellswiftOurs: Uint8Array,
  role: Role,
  hashes: Hashes = REFERENCE_HASHES,
): Bytes32 {
  const [first, second] =
    role === 'initiator' ? [ellswiftOurs, ellswiftTheirs] : [ellswiftTheirs, ellswiftOurs]
  return taggedHash(ECDH_TAG, concatBytes(first, second, ecdhX), hashes)
}

/**
 * The shared secret, 32 bytes (K1); the same on both sides.
 * @param privateKey ours, 32 bytes @param ellswiftTheirs 64 bytes @param ellswiftOurs 64 bytes
 * @param role ours
 * @throws {LocalProtocolError} `BAD_PRIVATE_KEY`, `BAD_ARGUMENT`.
 */
export function v2Ecdh(
  privateKey: Uint8Array,
  ellswiftTheirs: Uint8Array,
  ellswiftOurs: Uint8Array,
  role: Role,
): Bytes32 {
  const theirs = toEllswiftPubkey(ellswiftTheirs)
  const ecdhX = ellswiftEcdhXonly(theirs, privateKey)
  const secret = hashEcdhX(ecdhX, theirs, toEllswiftPubkey(ellswiftOurs), role)
  ecdhX.fill(0)
  return secret
}
