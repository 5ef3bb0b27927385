/** `@v2scope/bip324`, the readable implementation. */

import {
  concatBytes,
  deriveSessionKeys,
  ellswiftCreate,
  PACKET_OVERHEAD,
  PacketCipher,
  type SessionKeys,
  v2Ecdh,
} from '@v2scope/bip324'
import type {
  DerivedKeys,
  KeyContender,
  KeyExchange,
  PacketCiphers,
  PacketContender,
} from './contender.js'
import { REFERENCE } from './names.js'
import { systemRandom } from './random.js'

const LENGTH_FIELD = 3

const exchange: KeyExchange = {
  create: () => ellswiftCreate(systemRandom),
  ecdh: (ours, theirs) => v2Ecdh(ours.privateKey, theirs, ours.ellswift, 'initiator'),
  derive: (secret, magic) => byInfo(deriveSessionKeys(secret, magic, 'initiator')),
}

/** An initiator's keys, by what they are derived with. */
export const byInfo = (keys: SessionKeys): DerivedKeys => ({
  initiatorL: keys.sendL,
  initiatorP: keys.sendP,
  responderL: keys.recvL,
  responderP: keys.recvP,
  garbageTerminators: concatBytes(keys.sendGarbageTerminator, keys.recvGarbageTerminator),
  sessionId: keys.sessionId,
})

const ciphers: PacketCiphers = {
  sealer({ L, P }) {
    const cipher = new PacketCipher(L, P)
    return (contents) => cipher.encrypt(contents)
  },
  opener({ L, P }) {
    const cipher = new PacketCipher(L, P)
    return (stream) => {
      let bytes = 0
      for (let at = 0; at < stream.length; ) {
        const length = cipher.decryptLength(stream.subarray(at, at + LENGTH_FIELD))
        const end = at + length + PACKET_OVERHEAD
        const opened = cipher.decrypt(stream.subarray(at + LENGTH_FIELD, end))
        if (!opened) throw new Error('not authentic')
        bytes += opened.contents.length
        at = end
      }
      return bytes
    }
  },
}

export const referenceKeys: KeyContender = { name: REFERENCE, load: () => exchange }

export const referencePackets: PacketContender = {
  name: REFERENCE,
  does: 'packets',
  load: async () => ciphers,
}
