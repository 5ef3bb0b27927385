/** BIP324 §ElligatorSwift encoding: u is free to choose. */

import {
  concatBytes,
  type EllswiftKeyPair,
  ellswiftDecode,
  ellswiftKeyPair,
  type RandomBytes,
  type XswiftecCase,
  xswiftecInv,
} from '@v2scope/bip324'

/**
 * A key pair whose 64 bytes begin as one likes, such as with a network's magic: u is free to choose.
 * @param prefix up to 16 bytes, not all zeros @param privateKey 32 bytes @param random a CSPRNG, or seeded
 */
export function ellswiftBeginningWith(
  prefix: Uint8Array,
  privateKey: Uint8Array,
  random: RandomBytes,
): EllswiftKeyPair {
  const x = ellswiftDecode(ellswiftKeyPair(privateKey, random).ellswift)
  for (;;) {
    const u = concatBytes(prefix, random(x.length - prefix.length))
    const which = ((random(1)[0] ?? 0) & 7) as XswiftecCase
    const t = xswiftecInv(x, u, which)
    if (t) return { privateKey, ellswift: concatBytes(u, t) }
  }
}
