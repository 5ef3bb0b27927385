/** Hashes of blocks and transactions. */

import { sha256 } from '@noble/hashes/sha2.js'
import * as P from 'micro-packed'
import { type FixedField, fixedField } from './field.js'

/** Bytes of a hash. */
export const HASH_SIZE = 32

/**
 * A hash as everybody writes it: 64 hex digits in display order, which is the reverse of the order
 * on the wire.
 */
const displayHash = P.hex(HASH_SIZE, { isLE: true, with0x: false })

/** A field of 32 bytes that holds a hash, its value in display order. */
export function hashField(name: string, note: string): FixedField<string> {
  return fixedField(name, displayHash, String, note)
}

/** Double SHA-256 of `bytes`, 64 hex digits in display order. */
export function doubleSha256(bytes: Uint8Array): string {
  return displayHash.decode(sha256(sha256(bytes)))
}
