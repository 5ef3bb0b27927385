/** Double SHA-256, and hashes in the two orders that they are written in. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** SHA-256(SHA-256(bytes)), 32 bytes in the order of the wire. */
export const sha256d = (bytes: Uint8Array): Uint8Array => sha256(sha256(bytes))

/** From 64 hex digits in display order to 32 bytes in the order of the wire. */
export const hashToWire = (hash: string): Uint8Array => hexToBytes(hash).reverse()

/** From 32 bytes in the order of the wire to 64 hex digits in display order. */
export const hashFromWire = (bytes: Uint8Array): string => bytesToHex(bytes.slice().reverse())
