/** Much data in a transaction: a script with a part that is never run, in a taproot spend (BIP342). */

import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { tapLeafHash } from '@scure/btc-signer/payment.js'
import { Script } from '@scure/btc-signer/script.js'
import { taprootTweakPubkey } from '@scure/btc-signer/utils.js'
import type { CoinKind } from './coin-kind.js'
import type { DemoKey } from './keys.js'

const LEAF_VERSION = 0xc0
/** MAX_SCRIPT_ELEMENT_SIZE: what one push may hold, also where it isn't run. */
const MAX_PUSH = 520
const LINE = utf8ToBytes('All of this is in a block, and none of it is run. ')

/** 0 IF … ENDIF 1, of `size` bytes or up to a push less. */
function skippedData(size: number): Uint8Array {
  const data = Uint8Array.from({ length: MAX_PUSH }, (_, i) => LINE[i % LINE.length] ?? 0)
  const around = Script.encode([0, 'IF', 'ENDIF', 1]).length
  const count = Math.floor((size - around) / Script.encode([data]).length)
  return Script.encode([0, 'IF', ...Array.from({ length: count }, () => data), 'ENDIF', 1])
}

/**
 * An output that anyone may spend who shows a script of about this size.
 * @param size bytes
 */
export function inscription(key: DemoKey, size: number): CoinKind {
  const script = skippedData(size)
  // Q = P + int(TapTweak(P ‖ root))·G, and the root is the one leaf
  const [outputKey, parity] = taprootTweakPubkey(key.xOnly, tapLeafHash(script))
  const controlBlock = concatBytes(Uint8Array.of(LEAF_VERSION + parity), key.xOnly)
  return {
    name: 'witness_v1_taproot by a large script',
    scriptPubKey: Script.encode([1, outputKey]),
    unlock: () => ({ witness: [script, controlBlock] }),
  }
}
