/** BIP324 §Packet encryption: FSChaCha20Poly1305, of packets that are in the memory of the compiled code (C1). */

import { toBytes32 } from '../bytes.js'
import { KEY_LEN, REKEY_INTERVAL } from '../constants.js'
import { type OnRekey, REKEY_PREFIX } from '../rekey.js'
import type { Heap } from './heap.js'
import { keyOf, rekeyOf } from './key-words.js'

/** Block 1 of the keystream: the ciphertext of 32 zeros begins with it. */
const NEW_KEY_AT = 64
const U32 = 2 ** 32

export class CompiledFSChaCha20Poly1305 {
  readonly #heap: Heap
  readonly #onRekey: OnRekey | undefined
  #key: Uint32Array
  /** Of the present key. */
  #packets = 0
  #epoch = 0
  #epochLow = 0
  #epochHigh = 0

  /** @param key 32 bytes; copied @throws {LocalProtocolError} `BAD_ARGUMENT` otherwise. */
  constructor(heap: Heap, key: Uint8Array, onRekey?: OnRekey) {
    this.#heap = heap
    this.#key = keyOf(toBytes32(key))
    this.#onRekey = onRekey
  }

  /** The number of the next packet, from 0. */
  get packetNumber(): number {
    return this.#epoch * REKEY_INTERVAL + this.#packets
  }

  /** The number of the next packet within its epoch: 0..223. */
  get packets(): number {
    return this.#packets
  }

  /** Encrypts what is at an address; the tag comes behind it. `advance` is for when it has been copied out. */
  seal(at: number, length: number, aad: number, aadLength: number): void {
    const { code } = this.#heap
    this.#heap.putKey(this.#key)
    code.seal(at, length, aad, aadLength, this.#packets, this.#epochLow, this.#epochHigh)
  }

  /** Decrypts what is at an address, a tag behind it; false where that is wrong, and then it is of no use. */
  open(at: number, length: number, aad: number, aadLength: number): boolean {
    const { code } = this.#heap
    const n0 = this.#packets
    this.#heap.putKey(this.#key)
    return code.open(at, length, aad, aadLength, n0, this.#epochLow, this.#epochHigh) !== 0
  }

  /** Opens packets that lie one behind the other; the keystream of their lengths is at KEYSTREAM. */
  openPackets(at: number, length: number, maxContents: number): number {
    this.#heap.putKey(this.#key)
    const { code } = this.#heap
    const first = this.#packets
    return code.openPackets(at, length, first, this.#epochLow, this.#epochHigh, maxContents)
  }

  /** Goes on by so many packets, within the epoch. */
  advance(count: number): void {
    this.#packets += count
    if (this.#packets === REKEY_INTERVAL) this.#rekey()
  }

  wipe(): void {
    this.#key.fill(0)
  }

  #rekey(): void {
    const { code, bytes } = this.#heap
    this.#heap.putKey(this.#key)
    code.makeKeystream(REKEY_PREFIX, this.#epochLow, this.#epochHigh)
    const at = code.KEYSTREAM.value + NEW_KEY_AT
    const oldKey = this.#key
    this.#key = keyOf(bytes.subarray(at, at + KEY_LEN))
    this.#packets = 0
    this.#epoch += 1
    this.#epochLow = this.#epoch % U32
    this.#epochHigh = Math.floor(this.#epoch / U32)
    this.#heap.forgetKeys()
    this.#onRekey?.(rekeyOf(oldKey, this.#key, this.#epoch))
    oldKey.fill(0)
  }
}
