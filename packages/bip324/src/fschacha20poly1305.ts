/** BIP324 §Packet encryption: FSChaCha20Poly1305, an AEAD with forward secrecy. */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { type Bytes32, toBytes, toBytes32 } from './bytes.js'
import { KEY_LEN, REKEY_INTERVAL, TAG_LEN } from './constants.js'
import { type OnRekey, REKEY_PREFIX, rekeyNonce } from './rekey.js'

/** The nonce of packet n: LE32(n mod 224) ‖ LE64(⌊n / 224⌋), 12 bytes (C1). */
export const packetNonce = (n: number): Uint8Array =>
  rekeyNonce(n % REKEY_INTERVAL, Math.floor(n / REKEY_INTERVAL))

/** Encrypts or decrypts the packets of one direction, and changes its key after every 224 (C1). */
export class FSChaCha20Poly1305 {
  #key: Bytes32
  #packets = 0
  readonly #onRekey: OnRekey | undefined

  /** @param key 32 bytes; copied @throws {LocalProtocolError} `BAD_ARGUMENT` otherwise. */
  constructor(key: Uint8Array, onRekey?: OnRekey) {
    this.#key = toBytes32(toBytes32(key).slice())
    this.#onRekey = onRekey
  }

  /** The number of the next packet, from 0. */
  get packetNumber(): number {
    return this.#packets
  }

  /**
   * The ciphertext and its tag, 16 bytes more than the plaintext.
   * @param output where to put it, of just that length; it may begin with the plaintext itself
   */
  encrypt(aad: Uint8Array, plaintext: Uint8Array, output?: Uint8Array): Uint8Array {
    const nonce = packetNonce(this.#packets)
    const cipher = chacha20poly1305(this.#key, nonce, toBytes('the AAD', aad))
    const sealed = cipher.encrypt(toBytes('the plaintext', plaintext), output)
    this.#advance()
    return sealed
  }

  /** The plaintext, or undefined where the tag is wrong: then the cipher has not moved on. */
  decrypt(aad: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
    if (toBytes('the ciphertext', ciphertext).length < TAG_LEN) return undefined
    const plaintext = this.#open(aad, ciphertext)
    if (plaintext !== undefined) this.#advance()
    return plaintext
  }

  /** Overwrites the key with zeros. */
  wipe(): void {
    this.#key.fill(0)
  }

  #open(aad: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
    const cipher = chacha20poly1305(this.#key, packetNonce(this.#packets), toBytes('the AAD', aad))
    try {
      return cipher.decrypt(ciphertext)
    } catch {
      // key, nonce and lengths are ours and right: what is left to throw for is the tag
      return undefined
    }
  }

  #advance(): void {
    this.#packets += 1
    if (this.#packets % REKEY_INTERVAL === 0) this.#rekey()
  }

  #rekey(): void {
    const epoch = this.#packets / REKEY_INTERVAL
    const nonce = rekeyNonce(REKEY_PREFIX, epoch - 1)
    const sealed = chacha20poly1305(this.#key, nonce).encrypt(new Uint8Array(KEY_LEN))
    const newKey = toBytes32(sealed.slice(0, KEY_LEN))
    sealed.fill(0)
    this.#onRekey?.({ oldKey: this.#key.slice(), newKey: newKey.slice(), epoch })
    this.wipe()
    this.#key = newKey
  }
}
