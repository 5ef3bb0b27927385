/** What of a transport is arithmetic, so that it can be computed in another way with the same results. */

import type { DirectionCipher, OnRekeys } from './direction-cipher.js'
import {
  ellswiftCreate,
  ellswiftDecode,
  ellswiftKeyPair,
  xelligatorswift,
  xswiftecInv,
} from './ellswift.js'
import { type Hashes, REFERENCE_HASHES } from './hashes.js'
import type { EllswiftKeyPair, RandomBytes, XswiftecCase } from './key-pair.js'
import { PacketCipher } from './packet.js'
import { ellswiftEcdhXonly } from './shared-secret.js'

/**
 * The curve, the ciphers and the hashes. Each function does what the one of its name in this package does, down to
 * the random bytes that it draws and the errors that it throws.
 */
export interface Core {
  /** To tell one from another. */
  readonly name: 'reference' | 'fast'
  /** For `taggedHash` and `deriveSessionKeys`. */
  readonly hashes: Hashes
  readonly ellswiftCreate: (random: RandomBytes) => EllswiftKeyPair
  readonly ellswiftKeyPair: (privateKey: Uint8Array, random: RandomBytes) => EllswiftKeyPair
  readonly ellswiftDecode: (ellswift: Uint8Array) => Uint8Array
  readonly xelligatorswift: (x: Uint8Array, random: RandomBytes) => Uint8Array
  readonly xswiftecInv: (
    x: Uint8Array,
    u: Uint8Array,
    which: XswiftecCase,
  ) => Uint8Array | undefined
  readonly ellswiftEcdhXonly: (ellswiftTheirs: Uint8Array, privateKey: Uint8Array) => Uint8Array
  /** As `new PacketCipher` has them. */
  readonly directionCipher: (
    keyL: Uint8Array,
    keyP: Uint8Array,
    onRekey?: OnRekeys,
  ) => DirectionCipher
}

/**
 * The readable one, on @noble; what a trace explains. Its BigInt is not constant-time: how long it takes
 * may tell something of a private key to whoever can measure it well.
 */
export const REFERENCE_CORE: Core = {
  name: 'reference',
  hashes: REFERENCE_HASHES,
  ellswiftCreate,
  ellswiftKeyPair,
  ellswiftDecode,
  xelligatorswift,
  xswiftecInv,
  ellswiftEcdhXonly,
  directionCipher: (keyL, keyP, onRekey) => new PacketCipher(keyL, keyP, onRekey),
}
