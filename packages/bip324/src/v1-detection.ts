/** BIP324 §Handshake: how a responder tells a v1 peer by its first 16 bytes (H2, H3). */

import { concatBytes, equalBytes, type Magic, toHex } from './bytes.js'
import { MAGIC_LEN, V1_PREFIX_LEN } from './constants.js'
import { networkOfMagic, V1_VERSION_TYPE } from './v1.js'

export type PrefixVerdict = 'v1' | 'v1 so far' | 'not v1'

/** Compares what a peer has sent (1..16 bytes) with magic ‖ "version" ‖ 00×5. */
export function compareV1Prefix(received: Uint8Array, magic: Magic): PrefixVerdict {
  const prefix = concatBytes(magic, V1_VERSION_TYPE)
  if (!equalBytes(received, prefix.subarray(0, received.length))) return 'not v1'
  return received.length === V1_PREFIX_LEN ? 'v1' : 'v1 so far'
}

/** The network, in words, of a peer whose first 16 bytes are v1 but for the magic; else undefined. */
export function otherV1Network(received: Uint8Array): string | undefined {
  if (!equalBytes(received.subarray(MAGIC_LEN), V1_VERSION_TYPE)) return undefined
  const magic = received.subarray(0, MAGIC_LEN)
  return networkOfMagic(magic) ?? `the one with magic ${toHex(magic)}, which is none we know`
}
