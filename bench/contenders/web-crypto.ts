/** The engine's own ChaCha20-Poly1305, where `crypto.subtle` has it. */

import { asyncAeadCiphers } from './aead.js'
import type { PacketContender } from './contender.js'
import { WEB_CRYPTO } from './names.js'

const NAME = 'ChaCha20-Poly1305'
/** Newer than the types that we have: keys of this algorithm have no other raw form. */
const FORMAT: string = 'raw-secret'

/** What is called, in words of its own: the types know no such format. */
interface Subtle {
  importKey(
    format: string,
    key: Uint8Array,
    algorithm: string,
    extractable: boolean,
    uses: readonly string[],
  ): Promise<unknown>
  encrypt(algorithm: object, key: unknown, bytes: Uint8Array): Promise<ArrayBuffer>
  decrypt(algorithm: object, key: unknown, bytes: Uint8Array): Promise<ArrayBuffer>
}

const importKey = (subtle: Subtle, key: Uint8Array) =>
  subtle.importKey(FORMAT, key, NAME, false, ['encrypt', 'decrypt'])

export const webCrypto: PacketContender = {
  name: WEB_CRYPTO,
  does: 'AEAD',
  async load() {
    const subtle: unknown = globalThis.crypto.subtle
    const given = subtle as Subtle
    try {
      await importKey(given, new Uint8Array(32))
    } catch {
      return undefined
    }
    const algorithm = (iv: Uint8Array) => ({ name: NAME, iv: iv.slice() })
    return asyncAeadCiphers({
      seal(bytes) {
        const key = importKey(given, bytes)
        return async (plaintext, nonce) =>
          new Uint8Array(await given.encrypt(algorithm(nonce), await key, plaintext))
      },
      open(bytes) {
        const key = importKey(given, bytes)
        return async (sealed, nonce) =>
          new Uint8Array(await given.decrypt(algorithm(nonce), await key, sealed))
      },
    })
  },
}
