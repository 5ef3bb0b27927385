/** BIP324 §Length encryption: FSChaCha20 for length fields alone, an epoch's keystream at a time (C2). */

import { toBytes32 } from '../bytes.js'
import { KEY_LEN, LENGTH_FIELD_LEN, REKEY_INTERVAL } from '../constants.js'
import type { OnRekey } from '../rekey.js'
import type { Heap } from './heap.js'
import { keyOf, rekeyOf } from './key-words.js'

/** 224 length fields and the next key, in bytes. */
const WINDOW_LEN = REKEY_INTERVAL * LENGTH_FIELD_LEN + KEY_LEN
const EPOCH_PREFIX = 0
const U32 = 2 ** 32

export class CompiledFSChaCha20 {
  readonly #heap: Heap
  readonly #onRekey: OnRekey | undefined
  #key: Uint32Array
  readonly #window = new Uint8Array(WINDOW_LEN)
  #hasWindow = false
  #chunks = 0
  #epoch = 0

  /** @param key 32 bytes; copied @throws {LocalProtocolError} `BAD_ARGUMENT` otherwise. */
  constructor(heap: Heap, key: Uint8Array, onRekey?: OnRekey) {
    this.#heap = heap
    this.#key = keyOf(toBytes32(key))
    this.#onRekey = onRekey
  }

  /** How many length fields have been of the present key: 0..223. */
  get chunks(): number {
    return this.#chunks
  }

  /** The keystream of the present key: 704 bytes, of which field i has three from 3i on. */
  get window(): Uint8Array {
    if (!this.#hasWindow) this.#makeWindow()
    return this.#window
  }

  /** Three bytes, the next of the keystream, as a little-endian number. */
  next(): number {
    const { window } = this
    const at = this.#chunks * LENGTH_FIELD_LEN
    const key = (window[at] ?? 0) | ((window[at + 1] ?? 0) << 8) | ((window[at + 2] ?? 0) << 16)
    this.advance(1)
    return key
  }

  /** Goes on by so many fields, within the epoch. */
  advance(count: number): void {
    this.#chunks += count
    if (this.#chunks === REKEY_INTERVAL) this.#rekey()
  }

  wipe(): void {
    this.#key.fill(0)
    this.#window.fill(0)
  }

  #makeWindow(): void {
    const { code, bytes } = this.#heap
    this.#heap.putKey(this.#key)
    code.makeKeystream(EPOCH_PREFIX, this.#epoch % U32, Math.floor(this.#epoch / U32))
    const at = code.KEYSTREAM.value
    this.#window.set(bytes.subarray(at, at + WINDOW_LEN))
    this.#hasWindow = true
    this.#heap.forgetKeys()
  }

  #rekey(): void {
    const oldKey = this.#key
    this.#key = keyOf(this.#window.subarray(-KEY_LEN))
    this.#window.fill(0)
    this.#hasWindow = false
    this.#chunks = 0
    this.#epoch += 1
    this.#onRekey?.(rekeyOf(oldKey, this.#key, this.#epoch))
    oldKey.fill(0)
  }
}
