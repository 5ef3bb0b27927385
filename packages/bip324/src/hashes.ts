/** SHA-256 and HMAC-SHA-256: all that BIP324 hashes with. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

export interface Hashes {
  /** FIPS 180-4, 32 bytes. */
  readonly sha256: (data: Uint8Array) => Uint8Array
  /** RFC 2104 with SHA-256, 32 bytes. */
  readonly hmacSha256: (key: Uint8Array, data: Uint8Array) => Uint8Array
}

/** By @noble. */
export const REFERENCE_HASHES: Hashes = {
  sha256: (data) => sha256(data),
  hmacSha256: (key, data) => hmac(sha256, key, data),
}
