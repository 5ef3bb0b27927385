/** Hashes of blocks and transactions. */

import { sha256 } from '@noble/hashes/sha2.js'
import { reversedHex } from './coder.js'
import { type FixedField, fixedField } from './field.js'
import type { FieldKey } from './field-keys.js'
import { toHexReversed } from './hex.js'

/** Bytes of a hash. */
export const HASH_SIZE = 32

/**
 * A hash as everybody writes it: 64 hex digits in display order, which is the reverse of the order
 * on the wire.
 */
const displayHash = reversedHex(HASH_SIZE)

/** A field of 32 bytes that holds a hash, its value in display order. */
export function hashField(name: string, fieldKey: FieldKey): FixedField<string> {
  return fixedField({ name, fieldKey }, displayHash, String, { kind: 'hash' })
}

/** Two states that are used again: making new ones takes longer than hashing a transaction. */
const fresh = sha256.create()
const state = sha256.create()
const digest = new Uint8Array(HASH_SIZE)

function hashInto(parts: readonly Uint8Array[]): void {
  fresh._cloneInto(state)
  for (const part of parts) state.update(part)
  state.digestInto(digest)
}

/** Double SHA-256 of `parts`, one behind the other, 64 hex digits in display order. */
export function doubleSha256(...parts: readonly Uint8Array[]): string {
  hashInto(parts)
  hashInto([digest])
  return toHexReversed(digest)
}
