/** StableLib: TypeScript, without WebAssembly. */

import { ChaCha20Poly1305 } from '@stablelib/chacha20poly1305'
import { aeadCiphers } from './aead.js'
import type { PacketContender } from './contender.js'
import { STABLELIB } from './names.js'

export const stablelib: PacketContender = {
  name: STABLELIB,
  does: 'AEAD',
  load: async () =>
    aeadCiphers({
      seal(key) {
        const aead = new ChaCha20Poly1305(key)
        return (plaintext, nonce) => aead.seal(nonce, plaintext)
      },
      open(key) {
        const aead = new ChaCha20Poly1305(key)
        return (sealed, nonce) => {
          const plaintext = aead.open(nonce, sealed)
          if (!plaintext) throw new Error('not authentic')
          return plaintext
        }
      },
    }),
}
