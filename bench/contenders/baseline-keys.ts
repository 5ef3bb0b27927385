/** The baseline's key exchange: libraries as they are, put together as one would at first. */

import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { elligatorSwift } from '@scure/btc-signer/p2p.js'
import type { DerivedKeys, KeyContender, KeyExchange, KeyPair } from './contender.js'
import { BASELINE } from './names.js'

const ascii = (text: string) => new TextEncoder().encode(text)
const SALT = ascii('bitcoin_v2_shared_secret')

function derive(sharedSecret: Uint8Array, magic: Uint8Array): DerivedKeys {
  const salt = new Uint8Array(SALT.length + magic.length)
  salt.set(SALT)
  salt.set(magic, SALT.length)
  const prk = extract(sha256, sharedSecret, salt)
  const key = (info: string) => expand(sha256, prk, ascii(info), 32)
  return {
    initiatorL: key('initiator_L'),
    initiatorP: key('initiator_P'),
    responderL: key('responder_L'),
    responderP: key('responder_P'),
    garbageTerminators: key('garbage_terminators'),
    sessionId: key('session_id'),
  }
}

const exchange: KeyExchange = {
  create(): KeyPair {
    const { privateKey, publicKey } = elligatorSwift.keygen()
    return { privateKey, ellswift: publicKey }
  },
  ecdh: (ours, theirs) =>
    elligatorSwift.getSharedSecretBip324(ours.privateKey, theirs, ours.ellswift, true),
  derive,
}

export const baselineKeys: KeyContender = { name: BASELINE, load: () => exchange }
