/** The keys of the demo chain. Who knows the seed knows them all: they hold coins of regtest alone. */

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { pubECDSA, pubSchnorr } from '@scure/btc-signer/utils.js'

export interface DemoKey {
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** 33 bytes, compressed. */
  readonly publicKey: Uint8Array
  /** 32 bytes (BIP340). */
  readonly xOnly: Uint8Array
}

export interface DemoKeys {
  readonly alice: DemoKey
  readonly bob: DemoKey
  readonly carol: DemoKey
}

function demoKey(seed: string, name: string): DemoKey {
  const secret = sha256(utf8ToBytes(`${seed} key of ${name}`))
  return { secret, publicKey: pubECDSA(secret, true), xOnly: pubSchnorr(secret) }
}

export const demoKeys = (seed: string): DemoKeys => ({
  alice: demoKey(seed, 'alice'),
  bob: demoKey(seed, 'bob'),
  carol: demoKey(seed, 'carol'),
})
