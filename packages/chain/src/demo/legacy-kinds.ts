/** Outputs as they were before segregated witness. */

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { p2ms, p2pk, p2pkh, p2sh } from '@scure/btc-signer'
import { Script } from '@scure/btc-signer/script.js'
import { TRUE_SCRIPT } from '../script.js'
import type { CoinKind } from './coin-kind.js'
import type { DemoKeys } from './keys.js'

const SECRET_WORD = utf8ToBytes('v2scope')
/** BIP147: what CHECKMULTISIG takes too many from the stack must be empty. */
const DUMMY = 0

function multisigs({ alice, bob, carol }: DemoKeys): CoinKind[] {
  const owners = [alice, bob, carol].map(({ publicKey }) => publicKey)
  const bare = p2ms(1, owners)
  const inner = p2ms(2, owners)
  const hashed = p2sh(inner)
  return [
    {
      name: 'multisig',
      scriptPubKey: bare.script,
      unlock: (signing, i) => ({
        scriptSig: Script.encode([DUMMY, signing.legacy(i, bob, bare.script)]),
      }),
    },
    {
      name: 'scripthash of multisig',
      scriptPubKey: hashed.script,
      unlock: (signing, i) => ({
        scriptSig: Script.encode([
          DUMMY,
          signing.legacy(i, alice, inner.script),
          signing.legacy(i, carol, inner.script),
          inner.script,
        ]),
      }),
    },
  ]
}

function singleKeys({ alice, bob }: DemoKeys): CoinKind[] {
  const toKey = p2pk(alice.publicKey).script
  const toHash = p2pkh(bob.publicKey).script
  return [
    {
      name: 'pubkey',
      scriptPubKey: toKey,
      unlock: (signing, i) => ({ scriptSig: Script.encode([signing.legacy(i, alice, toKey)]) }),
    },
    {
      name: 'pubkeyhash',
      scriptPubKey: toHash,
      unlock: (signing, i) => ({
        scriptSig: Script.encode([signing.legacy(i, bob, toHash), bob.publicKey]),
      }),
    },
  ]
}

/** Of no form that has a name: for anyone, and for anyone who knows a word. */
const nonstandard: readonly CoinKind[] = [
  { name: 'nonstandard, for anyone', scriptPubKey: TRUE_SCRIPT, unlock: () => ({}) },
  {
    name: 'nonstandard, for who knows a word',
    scriptPubKey: Script.encode(['SHA256', sha256(SECRET_WORD), 'EQUAL']),
    unlock: () => ({ scriptSig: Script.encode([SECRET_WORD]) }),
  },
]

export const legacyKinds = (keys: DemoKeys): CoinKind[] => [
  ...singleKeys(keys),
  ...multisigs(keys),
  ...nonstandard,
]
