/** The Merkle root of a block. */

import { concatBytes } from '@noble/hashes/utils.js'
import { hashFromWire, hashToWire, sha256d } from './hash.js'

/**
 * The root over hashes of transactions, all in display order.
 *
 * @param hashes at least one; txids for the header, wtxids for the witness commitment
 */
export function merkleRoot(hashes: readonly string[]): string {
  let level = hashes.map(hashToWire)
  while (level.length > 1) level = parents(level)
  const [root] = level
  if (root === undefined) throw new RangeError('a block has at least one transaction')
  return hashFromWire(root)
}

function parents(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = []
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i] ?? new Uint8Array(0)
    above.push(sha256d(concatBytes(left, level[i + 1] ?? left))) // the odd one out pairs with itself
  }
  return above
}
