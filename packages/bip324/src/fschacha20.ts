/** BIP324 §Length encryption: FSChaCha20, a stream cipher with forward secrecy. */

import { chacha20 } from '@noble/ciphers/chacha.js'
import { type Bytes32, toBytes, toBytes32 } from './bytes.js'
import { KEY_LEN, LENGTH_FIELD_LEN, REKEY_INTERVAL } from './constants.js'
import { type OnRekey, rekeyNonce } from './rekey.js'

const BLOCK_LEN = 64
/** The keystream of one key in one go, in bytes: 224 length fields and the next key, 11 blocks. */
const WINDOW_LEN = REKEY_INTERVAL * LENGTH_FIELD_LEN + KEY_LEN
const EPOCH_PREFIX = 0

/** Encrypts and decrypts chunks, and changes its key after every 224 of them (C2). */
export class FSChaCha20 {
  #key: Bytes32
  #chunks = 0
  #epoch = 0
  #window = new Uint8Array(0)
  #used = 0
  #blocks = 0
  readonly #onRekey: OnRekey | undefined

  /** @param key 32 bytes; copied @throws {LocalProtocolError} `BAD_ARGUMENT` otherwise. */
  constructor(key: Uint8Array, onRekey?: OnRekey) {
    this.#key = toBytes32(toBytes32(key).slice())
    this.#onRekey = onRekey
  }

  /** How many times the key has changed. */
  get epoch(): number {
    return this.#epoch
  }

  /** The chunk XOR the next bytes of the keystream: both ways alike. @throws {LocalProtocolError} `BAD_ARGUMENT`. */
  crypt(chunk: Uint8Array): Uint8Array {
    const out = this.#keystream(toBytes('a chunk', chunk).length)
    for (let i = 0; i < chunk.length; i++) out[i] = (out[i] ?? 0) ^ (chunk[i] ?? 0)
    this.#chunks += 1
    if (this.#chunks === REKEY_INTERVAL) this.#rekey()
    return out
  }

  /** Overwrites the key and what is left of its keystream with zeros. */
  wipe(): void {
    this.#key.fill(0)
    this.#window.fill(0)
  }

  #keystream(length: number): Uint8Array {
    const out = new Uint8Array(length)
    for (let at = 0; at < length; ) {
      if (this.#used === this.#window.length) this.#nextWindow()
      const part = this.#window.subarray(this.#used, this.#used + length - at)
      out.set(part, at)
      at += part.length
      this.#used += part.length
    }
    return out
  }

  #nextWindow(): void {
    const nonce = rekeyNonce(EPOCH_PREFIX, this.#epoch)
    const window = new Uint8Array(WINDOW_LEN)
    this.#window = chacha20(this.#key, nonce, window, window, this.#blocks)
    this.#blocks += WINDOW_LEN / BLOCK_LEN
    this.#used = 0
  }

  #rekey(): void {
    const newKey = toBytes32(this.#keystream(KEY_LEN))
    this.#onRekey?.({ oldKey: this.#key.slice(), newKey: newKey.slice(), epoch: this.#epoch + 1 })
    this.wipe()
    this.#key = newKey
    this.#window = new Uint8Array(0)
    this.#used = 0
    this.#blocks = 0
    this.#chunks = 0
    this.#epoch += 1
  }
}
