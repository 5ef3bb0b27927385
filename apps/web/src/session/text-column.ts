/** Texts as UTF-8, one behind the other; a text that was there a moment ago is not kept again. */

const FIRST_BYTES = 1 << 12
const FIRST_TEXTS = 1 << 8
/** Of the table of recent texts: a power of 2. */
const RECENT = 1 << 12
/** FNV-1a. */
const HASH_START = 0x811c9dc5
const HASH_PRIME = 0x01000193

/** Beyond ASCII. */
const FIRST_OTHER = 0x80

const encoder = new TextEncoder()
/** A short text on its way into a column. */
const SHORT = new Uint8Array(1 << 8)
const decoder = new TextDecoder()

export class TextColumn {
  /** Of all texts; what is beyond the end of the last one is nothing. */
  bytes: Uint8Array<ArrayBuffer>
  /** Of text `i`, which begins where the one before it ends. */
  ends: Uint32Array<ArrayBuffer>
  length: number
  /** Where a text may be that has this hash: its index and 1. Only while more are added. */
  #recent: Uint16Array | undefined

  /** @param bytes @param ends of texts that are there already */
  constructor(bytes = new Uint8Array(0), ends = new Uint32Array(0)) {
    this.bytes = bytes
    this.ends = ends
    this.length = ends.length
  }

  /** Bytes of memory. */
  get byteLength(): number {
    return this.bytes.byteLength + this.ends.byteLength + (this.#recent?.byteLength ?? 0)
  }

  start(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0)
  }

  end(index: number): number {
    return this.ends[index] ?? 0
  }

  at(index: number): string {
    return decoder.decode(this.bytesAt(index))
  }

  bytesAt(index: number): Uint8Array {
    return this.bytes.subarray(this.start(index), this.end(index))
  }

  /** @returns its index */
  add(text: string): number {
    return this.addBytes(inUtf8(text))
  }

  /** @param bytes UTF-8 @returns its index */
  addBytes(bytes: Uint8Array): number {
    this.#recent ??= new Uint16Array(RECENT)
    const slot = hash(bytes) & (RECENT - 1)
    const recent = (this.#recent[slot] ?? 0) - 1
    if (recent >= 0 && this.#isAt(recent, bytes)) return recent
    const start = this.start(this.length)
    const end = start + bytes.length
    if (end > this.bytes.length) this.bytes = resized(this.bytes, Math.max(2 * end, FIRST_BYTES))
    if (this.length === this.ends.length) {
      const longer = new Uint32Array(Math.max(2 * this.length, FIRST_TEXTS))
      longer.set(this.ends)
      this.ends = longer
    }
    this.bytes.set(bytes, start)
    this.ends[this.length] = end
    this.length += 1
    this.#recent[slot] = this.length
    return this.length - 1
  }

  /** Nothing more is added: keeps no more memory than it takes. */
  seal(): void {
    this.#recent = undefined
    this.bytes = this.bytes.slice(0, this.start(this.length))
    this.ends = this.ends.slice(0, this.length)
  }

  #isAt(index: number, bytes: Uint8Array): boolean {
    const start = this.start(index)
    if (this.end(index) - start !== bytes.length) return false
    for (let i = 0; i < bytes.length; i++) if (this.bytes[start + i] !== bytes[i]) return false
    return true
  }
}

/** ASCII, as most texts are, without the encoder's memory for each. @returns to be used before the next */
function inUtf8(text: string): Uint8Array {
  const { length } = text
  if (length > SHORT.length) return encoder.encode(text)
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= FIRST_OTHER) return encoder.encode(text)
    SHORT[i] = unit
  }
  return SHORT.subarray(0, length)
}

function resized(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(length)
  longer.set(bytes)
  return longer
}

function hash(bytes: Uint8Array): number {
  let value = HASH_START
  for (const byte of bytes) value = Math.imul(value ^ byte, HASH_PRIME)
  return value ^ (value >>> 15)
}
