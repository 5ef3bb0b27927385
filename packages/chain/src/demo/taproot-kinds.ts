/** Outputs of witness version 1 and above (BIP341). */

import { hexToBytes } from '@noble/hashes/utils.js'
import { p2tr, p2tr_pk, TaprootControlBlock } from '@scure/btc-signer'
import { Script } from '@scure/btc-signer/script.js'
import { equalBytes } from '@scure/btc-signer/utils.js'
import type { CoinKind } from './coin-kind.js'
import type { DemoKeys } from './keys.js'

const NO_SCRIPTS = new Uint8Array(0)
/** The first witness version without a meaning. */
const UNKNOWN_WITNESS_VERSION = 2
/** Pay to anchor: witness version 1 with the program `4e73`. */
const ANCHOR_PROGRAM = hexToBytes('4e73')

/** By one of two scripts, each a key's. */
function byScript({ alice, bob, carol }: DemoKeys): CoinKind {
  const { script } = p2tr_pk(bob.xOnly)
  const output = p2tr(alice.xOnly, [{ script }, { script: p2tr_pk(carol.xOnly).script }])
  // the script's last byte is its version there
  const leaf = output.tapLeafScript?.find((entry) => equalBytes(entry[1].subarray(0, -1), script))
  if (!leaf) throw new Error('a taproot output without its script')
  const controlBlock = TaprootControlBlock.encode(leaf[0])
  return {
    name: 'witness_v1_taproot by a script',
    scriptPubKey: output.script,
    unlock: (signing, i) => ({
      witness: [signing.taprootScript(i, bob, script), script, controlBlock],
    }),
  }
}

export const taprootKinds = (keys: DemoKeys): CoinKind[] => [
  {
    name: 'witness_v1_taproot by its key',
    scriptPubKey: p2tr(keys.carol.xOnly).script,
    unlock: (signing, i) => ({ witness: [signing.taprootKey(i, keys.carol, NO_SCRIPTS)] }),
  },
  byScript(keys),
  {
    name: 'anchor',
    scriptPubKey: Script.encode([1, ANCHOR_PROGRAM]),
    unlock: () => ({}),
  },
  {
    name: 'witness_unknown',
    scriptPubKey: Script.encode([UNKNOWN_WITNESS_VERSION, keys.alice.xOnly]),
    unlock: () => ({}),
  },
]
