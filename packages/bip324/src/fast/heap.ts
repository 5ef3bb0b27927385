/** The memory of the compiled code: bytes are copied in, worked on in place, and copied out. */

import type { CompiledExports } from './web-assembly.js'

const PAGE_LEN = 65_536
/** What is copied out ends where one of these ends, so that there are few views to have, and all are kept. */
const CHUNK_LEN = 4096
const KEY_WORDS = 8

export class Heap {
  readonly code: CompiledExports
  /** All of the memory; another array after it has grown. */
  bytes: Uint8Array
  readonly #start: number
  #words: Uint32Array
  /** Up to where packets and keys have been put since all was last forgotten. */
  #end: number
  /** Views of the first chunk's end, by their length, and of whole chunks, by their place. */
  #heads: (Uint8Array | undefined)[] = []
  #chunks: (Uint8Array | undefined)[] = []

  constructor(code: CompiledExports) {
    this.code = code
    this.bytes = new Uint8Array(code.memory.buffer)
    this.#words = new Uint32Array(code.memory.buffer)
    this.#start = Math.ceil(code.heap() / CHUNK_LEN) * CHUNK_LEN
    this.#end = this.#start
  }

  /**
   * An address for so many bytes that are to be copied out; they end at a chunk's end.
   * @param more how many bytes there is room for behind them
   */
  place(length: number, more: number): number {
    const at = this.#start + (-length & (CHUNK_LEN - 1))
    const end = at + length + more
    if (end > this.#end) this.#reserve(end)
    return at
  }

  /** 32 bytes to KEY. @param key as eight words, in the platform's own order of bytes */
  putKey(key: Uint32Array): void {
    const at = this.code.KEY.value >> 2
    const words = this.#words
    for (let i = 0; i < KEY_WORDS; i++) words[at + i] = key[i] ?? 0
  }

  /** The word at an address that is a multiple of four. */
  word(at: number): number {
    return this.#words[at >> 2] ?? 0
  }

  putBytes(from: Uint8Array, at: number): void {
    if (from.length > 0) this.bytes.set(from, at)
  }

  /** Copies out what ends at a chunk's end; no array is made for it that isn't kept. */
  copyOut(at: number, length: number, output: Uint8Array): void {
    const head = -at & (CHUNK_LEN - 1)
    if (head > 0) output.set(this.#head(head))
    let i = (at + head - this.#start) / CHUNK_LEN
    for (let done = head; done < length; done += CHUNK_LEN) output.set(this.#chunk(i++), done)
  }

  /** Overwrites keys and scratch with zeros. What is left are packets. */
  forgetKeys(): void {
    this.code.forget()
  }

  /** Overwrites all that anybody has put here with zeros. */
  forget(): void {
    this.code.forget()
    this.bytes.fill(0, this.#start, this.#end)
    this.#end = this.#start
  }

  #head(length: number): Uint8Array {
    const known = this.#heads[length]
    if (known) return known
    const end = this.#start + CHUNK_LEN
    const head = this.bytes.subarray(end - length, end)
    this.#heads[length] = head
    return head
  }

  #chunk(index: number): Uint8Array {
    const known = this.#chunks[index]
    if (known) return known
    const at = this.#start + index * CHUNK_LEN
    const chunk = this.bytes.subarray(at, at + CHUNK_LEN)
    this.#chunks[index] = chunk
    return chunk
  }

  #reserve(end: number): void {
    const missing = end - this.bytes.length
    if (missing > 0) this.#grow(missing)
    this.#end = end
  }

  /** @throws {RangeError} where there is no more memory; then nothing has changed. */
  #grow(missing: number): void {
    this.code.memory.grow(Math.ceil(missing / PAGE_LEN))
    this.bytes = new Uint8Array(this.code.memory.buffer)
    this.#words = new Uint32Array(this.code.memory.buffer)
    this.#heads = []
    this.#chunks = []
  }
}
