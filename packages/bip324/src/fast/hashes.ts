/** SHA-256 and HMAC-SHA-256, compiled. */

import { KEY_LEN } from '../constants.js'
import type { Hashes } from '../hashes.js'
import type { Heap } from './heap.js'

/** What SHA-256 takes at a time, in bytes. */
const BLOCK_LEN = 64
const INNER = 0x36
const OUTER = 0x5c

export class CompiledHashes implements Hashes {
  readonly #heap: Heap

  constructor(heap: Heap) {
    this.#heap = heap
  }

  readonly sha256 = (data: Uint8Array): Uint8Array => this.#hash(data)

  /** RFC 2104 §2: H(key ⊕ opad ‖ H(key ⊕ ipad ‖ data)) */
  readonly hmacSha256 = (key: Uint8Array, data: Uint8Array): Uint8Array => {
    const short = key.length > BLOCK_LEN ? this.#hash(key) : key
    const pad = new Uint8Array(BLOCK_LEN)
    pad.set(short)
    if (short !== key) short.fill(0)
    for (let i = 0; i < BLOCK_LEN; i++) pad[i] = (pad[i] ?? 0) ^ INNER
    const inner = this.#hash(pad, data)
    for (let i = 0; i < BLOCK_LEN; i++) pad[i] = (pad[i] ?? 0) ^ INNER ^ OUTER
    const outer = this.#hash(pad, inner)
    pad.fill(0)
    inner.fill(0)
    return outer
  }

  /** Of the two, one behind the other; nothing of them is left. */
  #hash(first: Uint8Array, second?: Uint8Array): Uint8Array {
    const heap = this.#heap
    const length = first.length + (second?.length ?? 0)
    const at = heap.place(length, KEY_LEN)
    heap.putBytes(first, at)
    if (second) heap.putBytes(second, at + first.length)
    const out = at + length
    heap.code.sha256(at, length, out)
    const hash = heap.bytes.slice(out, out + KEY_LEN)
    heap.forgetKeys()
    heap.bytes.fill(0, at, out + KEY_LEN)
    return hash
  }
}
