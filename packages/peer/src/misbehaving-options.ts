/** What of a misbehaviour is in the options of a transport that otherwise keeps to the protocol. */

import {
  assertNever,
  concatBytes,
  type EllswiftKeyPair,
  fromHex,
  MAX_GARBAGE_LEN,
  Networks,
  type RandomBytes,
  type V2TransportOptions,
} from '@v2scope/bip324'
import { ellswiftBeginningWith } from './ellswift-beginning.js'
import type { TransportMisbehaviour } from './misbehaviour.js'

/**
 * Where the other side is to wait for a terminator that never comes, this many bytes of garbage at
 * most: with much more, it would have its 4111 bytes together and give up (H5).
 */
const SHORT_GARBAGE = 256
/** Where the AAD has to matter, there is at least this much garbage. */
const LEAST_GARBAGE = 32

/**
 * Of every session that uses a key twice, in every browser: whoever reads this can decrypt them. The
 * 64 bytes are one encoding of it.
 */
const USED_KEY = {
  privateKey: '2f5e06d6b136acf36d1db3afa42828e33acc3c22c6a22686c70055ec263c6808',
  ellswift:
    'a1c42e5008cd7458428877d16b91351b368047545a95cae726e3fd98d12f63997a24f1e0fa2ea2735790811c3e4990afcf51475f067d6f32a5eecaaf298abfae',
}

export function misbehavingOptions(
  misbehaviour: TransportMisbehaviour,
  options: V2TransportOptions,
  random: RandomBytes,
): V2TransportOptions {
  const { garbage, magic, keyPair, role } = options
  switch (misbehaviour) {
    case 'wrong garbage':
    case 'no AAD':
      return { ...options, garbage: filledUp(garbage, LEAST_GARBAGE, random) }
    case 'garbage of 4096':
      return { ...options, garbage: filledUp(garbage, MAX_GARBAGE_LEN, random) }
    case 'wrong terminator':
      return { ...options, ...toBeWaitedFor(garbage) }
    case 'wrong network magic':
      return { ...options, ...toBeWaitedFor(garbage), magic: anotherMagic(magic) }
    case 'early answer':
      if (role === 'responder') return options
      return { ...options, keyPair: ellswiftBeginningWith(magic, keyPair.privateKey, random) }
    case 'private key used twice':
      return { ...options, keyPair: usedKeyPair() }
    case 'oversized packet':
    case 'reserved header bits':
    case 'version packet with contents':
      return options
    default:
      return assertNever(misbehaviour)
  }
}

const filledUp = (garbage: Uint8Array, least: number, random: RandomBytes): Uint8Array =>
  concatBytes(garbage, random(Math.max(0, least - garbage.length)))

const toBeWaitedFor = (garbage: Uint8Array): Pick<V2TransportOptions, 'garbage' | 'decoys'> => ({
  garbage: garbage.subarray(0, SHORT_GARBAGE),
  decoys: [],
})

function anotherMagic(magic: Uint8Array): Uint8Array {
  const { mainnet, signet } = Networks
  return magic.every((byte, i) => byte === mainnet.magic[i]) ? signet.magic : mainnet.magic
}

const usedKeyPair = (): EllswiftKeyPair => ({
  privateKey: fromHex(USED_KEY.privateKey),
  ellswift: fromHex(USED_KEY.ellswift),
})
