/** Says which recording this is. */

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { encodeHex } from './hex.js'

/** SHA-256 (FIPS 180-4) of bytes, or of a text in UTF-8: 64 hex digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return encodeHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))
}
