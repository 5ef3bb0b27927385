/** Node's own: OpenSSL. */

import { createCipheriv, createDecipheriv } from 'node:crypto'
import { aeadCiphers } from './aead.js'
import type { PacketContender } from './contender.js'
import { NODE_NATIVE } from './names.js'

const NAME = 'chacha20-poly1305'
const TAG = 16
const OPTIONS = { authTagLength: TAG }

export const nodeNative: PacketContender = {
  name: NODE_NATIVE,
  does: 'AEAD',
  load: async () =>
    aeadCiphers({
      seal: (key) => (plaintext, nonce) => {
        const cipher = createCipheriv(NAME, key, nonce, OPTIONS)
        const sealed = new Uint8Array(plaintext.length + TAG)
        sealed.set(cipher.update(plaintext))
        cipher.final()
        sealed.set(cipher.getAuthTag(), plaintext.length)
        return sealed
      },
      open: (key) => (sealed, nonce) => {
        const decipher = createDecipheriv(NAME, key, nonce, OPTIONS)
        decipher.setAuthTag(sealed.subarray(-TAG))
        const plaintext = decipher.update(sealed.subarray(0, -TAG))
        decipher.final()
        return plaintext
      },
    }),
}
