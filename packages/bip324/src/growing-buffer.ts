/** Bytes that come in pieces until there are as many as awaited. */

const FIRST_CAPACITY = 256
/** One for all: it has no byte to write to. */
const EMPTY = new Uint8Array(0)

/** Holds at most `size` bytes, and takes memory as they come: never more than `size` (P4). */
export class GrowingBuffer {
  readonly size: number
  #bytes: Uint8Array = EMPTY
  #length = 0

  /** @param size how many bytes are awaited */
  constructor(size: number) {
    this.size = size
  }

  get length(): number {
    return this.#length
  }

  get isFull(): boolean {
    return this.#length === this.size
  }

  /** Takes from the front of `input` what still fits; returns how many bytes that were. */
  fill(input: Uint8Array): number {
    const part = input.subarray(0, this.size - this.#length)
    this.#reserve(this.#length + part.length)
    this.#bytes.set(part, this.#length)
    this.#length += part.length
    return part.length
  }

  /** What is held so far; valid until the next `fill` or `take`. */
  peek(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** What is held so far; the buffer is empty afterwards, and the bytes are the caller's. */
  take(): Uint8Array {
    const taken = this.peek()
    this.#bytes = EMPTY
    this.#length = 0
    return taken
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return
    const doubled = Math.max(length, FIRST_CAPACITY, 2 * this.#bytes.length)
    const grown = new Uint8Array(Math.min(this.size, doubled))
    grown.set(this.peek())
    this.#bytes = grown
  }
}
