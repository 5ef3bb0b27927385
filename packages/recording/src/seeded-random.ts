/** Randomness from a seed: the same bytes for the same text, in every engine. */

import { chacha20 } from '@noble/ciphers/chacha.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { RandomBytes } from '@v2scope/bip324'

const DOMAIN = 'v2scope seed 1: '
const NONCE_LEN = 12
/** ChaCha20's block, in bytes. */
const BLOCK_LEN = 64

/**
 * The keystream of ChaCha20 (RFC 8439) under the key SHA-256(`v2scope seed 1: ` ‖ seed) and the
 * nonce 0, from its start on; each call takes whole blocks of 64 bytes and leaves the rest.
 *
 * Whoever knows the seed knows every key: it is for showing, never for a connection of one's own.
 */
export function seededRandom(seed: string): RandomBytes {
  const key = sha256(utf8ToBytes(DOMAIN + seed))
  const nonce = new Uint8Array(NONCE_LEN)
  let counter = 0
  return (length) => {
    const bytes = chacha20(key, nonce, new Uint8Array(length), undefined, counter)
    counter += Math.ceil(length / BLOCK_LEN)
    return bytes
  }
}
