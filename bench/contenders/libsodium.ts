/** libsodium, compiled to WebAssembly by its authors. */

import sodium from 'libsodium-wrappers'
import { aeadCiphers } from './aead.js'
import type { PacketContender } from './contender.js'
import { LIBSODIUM } from './names.js'

export const libsodium: PacketContender = {
  name: LIBSODIUM,
  does: 'AEAD',
  async load() {
    await sodium.ready
    return aeadCiphers({
      seal: (key) => (plaintext, nonce) =>
        sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plaintext, null, null, nonce, key),
      open: (key) => (sealed, nonce) =>
        sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key),
    })
  },
}
