/** What is random in a test comes from its seed, so that a failure can be seen again. */

import { createCipheriv, createHash } from 'node:crypto'
import { type EllswiftKeyPair, ellswiftCreate, type RandomBytes } from '../../src/index.js'

/** The same bytes for the same seed: a ChaCha20 keystream of Node's. */
export function seeded(seed: number | string): RandomBytes {
  const key = createHash('sha256').update(`v2scope tests ${seed}`).digest()
  const stream = createCipheriv('chacha20', key, new Uint8Array(16))
  return (length) => new Uint8Array(stream.update(new Uint8Array(length)))
}

/** So many bytes, by a seed. */
export const bytesOf = (length: number, seed: number | string = length): Uint8Array =>
  seeded(seed)(length)

const keyPairs = new Map<number, EllswiftKeyPair>()

/** The key pair of a number, in arrays of its own: a transport overwrites them (K4). */
export function keyPairOf(seed: number): EllswiftKeyPair {
  const known = keyPairs.get(seed) ?? ellswiftCreate(seeded(`key pair ${seed}`))
  keyPairs.set(seed, known)
  return { privateKey: known.privateKey.slice(), ellswift: known.ellswift.slice() }
}
