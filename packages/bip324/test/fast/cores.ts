/** Both cores, and their ciphers side by side. */

import { type CompiledPacketCipher, type FastCore, fastCore } from '../../src/fast/index.js'
import { type OnRekeys, PacketCipher } from '../../src/index.js'
import { bytesOf } from '../support/random.js'

function mustHave(core: FastCore | undefined): FastCore {
  if (core) return core
  throw new Error('the fast core does not start here')
}

export const FAST = mustHave(fastCore())

const KEYS = [bytesOf(32, 'L'), bytesOf(32, 'P')] as const

/** A cipher that is at the first packet of its direction; all have the same keys. */
export const reference = (onRekey?: OnRekeys) => new PacketCipher(...KEYS, onRekey)
export const fast = (onRekey?: OnRekeys): CompiledPacketCipher =>
  FAST.directionCipher(...KEYS, onRekey)
