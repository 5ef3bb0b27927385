/** The proof of work at the difficulty of regtest, which every second hash has. */

import { type BlockHeaderFields, blockHash, type HashedBlockHeader } from '@v2scope/messages'

/** The target of regtest in its compact form: 0x7fffff · 256^(0x20 − 3). */
export const REGTEST_BITS = 0x207fffff
/** The same as 64 hex digits, as a hash is shown. */
export const REGTEST_TARGET = `7fffff${'0'.repeat(58)}`

/** Finds the lowest nonce that meets the target of regtest. */
export function mine(fields: Omit<BlockHeaderFields, 'bits' | 'nonce'>): HashedBlockHeader {
  for (let nonce = 0; ; nonce++) {
    const header = { ...fields, bits: REGTEST_BITS, nonce }
    const hash = blockHash(header)
    if (hash <= REGTEST_TARGET) return { ...header, hash }
  }
}
