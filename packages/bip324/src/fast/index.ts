/**
 * What of BIP324 is arithmetic, compiled: ChaCha20 in SIMD, Poly1305 and secp256k1 in limbs, written in
 * AssemblyScript (`assembly/`). Give `fastCore()` to a transport as its `core`.
 */

import { toBytes32, toEllswiftPubkey } from '../bytes.js'
import type { Core } from '../core.js'
import type { OnRekeys } from '../direction-cipher.js'
import { createKeyPair, encodeX, keyPairOf, tOf } from '../key-pair.js'
import { toPrivateKey } from '../private-key.js'
import { CompiledCurve } from './curve.js'
import { CompiledHashes } from './hashes.js'
import { Heap } from './heap.js'
import { CompiledPacketCipher } from './packet-cipher.js'
import { startCompiled } from './web-assembly.js'

export { type BatchEnd, OpenedPackets } from './opened-packets.js'
export type { CompiledPacketCipher } from './packet-cipher.js'

/** A `Core` whose ciphers can open many packets in one call. */
export interface FastCore extends Core {
  readonly directionCipher: (
    keyL: Uint8Array,
    keyP: Uint8Array,
    onRekey?: OnRekeys,
  ) => CompiledPacketCipher
}

let core: FastCore | undefined | 'not tried' = 'not tried'

/**
 * The compiled core, started at the first call: it takes some milliseconds, and is synchronous. The same
 * one each time; undefined where WebAssembly with SIMD is missing, or a page's policy does not allow it
 * (`script-src 'wasm-unsafe-eval'`): then `REFERENCE_CORE` does the same, slowly.
 *
 * Its code has no branch, and reads no address, that depends on a private key, a shared point or a
 * packet's key; what an engine makes of that is not in our hands. Keys are in objects of the caller's; its
 * memory has those of one call, and `wipe()` of a cipher overwrites it with zeros.
 */
export function fastCore(): FastCore | undefined {
  if (core === 'not tried') {
    const code = startCompiled()
    core = code && coreOn(new Heap(code))
  }
  return core
}

function coreOn(heap: Heap): FastCore {
  const curve = new CompiledCurve(heap)
  return {
    name: 'fast',
    hashes: new CompiledHashes(heap),
    ellswiftCreate: (random) => createKeyPair(curve, random),
    ellswiftKeyPair: (privateKey, random) => keyPairOf(curve, privateKey, random),
    ellswiftDecode: (ellswift) => curve.decode(toEllswiftPubkey(ellswift)),
    xelligatorswift: (x, random) => encodeX(curve, toBytes32(x, 'x'), random),
    xswiftecInv: (x, u, which) => tOf(curve, x, u, which),
    ellswiftEcdhXonly: (ellswiftTheirs, privateKey) => {
      const key = toPrivateKey(privateKey)
      return curve.ecdhX(toEllswiftPubkey(ellswiftTheirs), key)
    },
    directionCipher: (keyL, keyP, onRekey) => new CompiledPacketCipher(heap, keyL, keyP, onRekey),
  }
}
