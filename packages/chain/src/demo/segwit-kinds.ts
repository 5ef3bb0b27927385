/** Outputs of witness version 0 (BIP141). */

import { sha256 } from '@noble/hashes/sha2.js'
import { p2ms, p2pkh, p2sh, p2wpkh, p2wsh } from '@scure/btc-signer'
import { Script, type ScriptType } from '@scure/btc-signer/script.js'
import { ANYONE_SCRIPT, ANYONE_WITNESS } from '../script.js'
import type { CoinKind } from './coin-kind.js'
import type { DemoKey, DemoKeys } from './keys.js'

const EMPTY = new Uint8Array(0)
/** BIP65: every payment of the demo chain has a lock time of at least this height. */
const LOCKED_TO_HEIGHT = 100
/** BIP112, in blocks. */
const DELAY = 6

function keyHashes({ alice, bob }: DemoKeys): CoinKind[] {
  const native = p2wpkh(alice.publicKey)
  const inner = p2wpkh(bob.publicKey)
  const nested = p2sh(inner)
  // BIP143: the script code of a key hash is that of pubkeyhash
  const nativeCode = p2pkh(alice.publicKey).script
  const nestedCode = p2pkh(bob.publicKey).script
  return [
    {
      name: 'witness_v0_keyhash',
      scriptPubKey: native.script,
      unlock: (signing, i) => ({
        witness: [signing.segwit(i, alice, nativeCode), alice.publicKey],
      }),
    },
    {
      name: 'scripthash of witness_v0_keyhash',
      scriptPubKey: nested.script,
      unlock: (signing, i) => ({
        scriptSig: Script.encode([inner.script]),
        witness: [signing.segwit(i, bob, nestedCode), bob.publicKey],
      }),
    },
  ]
}

function multisig({ alice, bob, carol }: DemoKeys): CoinKind {
  const inner = p2ms(
    2,
    [alice, bob, carol].map(({ publicKey }) => publicKey),
  )
  return {
    name: 'witness_v0_scripthash of multisig',
    scriptPubKey: p2wsh(inner).script,
    unlock: (signing, i) => ({
      witness: [
        EMPTY,
        signing.segwit(i, alice, inner.script),
        signing.segwit(i, bob, inner.script),
        inner.script,
      ],
    }),
  }
}

/** A lock, and the key for who comes after it. */
function locked(name: string, lock: ScriptType, key: DemoKey, delay?: number): CoinKind {
  const script = Script.encode([...lock, 'DROP', key.publicKey, 'CHECKSIG'])
  return {
    name: `witness_v0_scripthash ${name}`,
    scriptPubKey: Script.encode([0, sha256(script)]),
    ...(delay !== undefined && { delay }),
    unlock: (signing, i) => ({ witness: [signing.segwit(i, key, script), script] }),
  }
}

/** What live payments are made from. */
export const ANYONE_KIND: CoinKind = {
  name: 'witness_v0_scripthash for anyone',
  scriptPubKey: ANYONE_SCRIPT,
  unlock: () => ({ witness: ANYONE_WITNESS }),
}

export const segwitKinds = (keys: DemoKeys): CoinKind[] => [
  ...keyHashes(keys),
  multisig(keys),
  locked('from a height on', [LOCKED_TO_HEIGHT, 'CHECKLOCKTIMEVERIFY'], keys.carol),
  locked('after some blocks', [DELAY, 'CHECKSEQUENCEVERIFY'], keys.bob, DELAY),
  ANYONE_KIND,
]
