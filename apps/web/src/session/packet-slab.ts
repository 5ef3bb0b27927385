/** Memory for some packets, one behind the other: what is their own of each, in columns. */

/** Packets of a slab, and bytes of theirs; one that is larger has a slab to itself. */
const ROWS = 2048
const BYTES = 256 * 1024

/** What a packet is, and what is told of it; all else that is known follows. */
export interface SlabPacket {
  readonly seq: number
  readonly time: number
  readonly number: number
  /** See `PacketLog`. */
  readonly flags: number
  readonly wire: Uint8Array
  readonly contents: Uint8Array
}

export class PacketSlab {
  length = 0
  readonly seqs = new Float64Array(ROWS)
  readonly #times = new Float64Array(ROWS)
  readonly #numbers = new Float64Array(ROWS)
  readonly flags = new Uint8Array(ROWS)
  /** Where the bytes of a packet begin, those of its contents, and where they end. */
  readonly #starts = new Uint32Array(ROWS)
  readonly #middles = new Uint32Array(ROWS)
  readonly #ends = new Uint32Array(ROWS)
  readonly #bytes: Uint8Array

  /** @param first bytes of the first packet that is added */
  constructor(first: number) {
    this.#bytes = new Uint8Array(Math.max(first, BYTES))
  }

  hasRoomFor(bytes: number): boolean {
    return this.length < ROWS && this.#end() + bytes <= this.#bytes.length
  }

  add({ seq, time, number, flags, wire, contents }: SlabPacket): void {
    const row = this.length
    const start = this.#end()
    const middle = start + wire.length
    this.#bytes.set(wire, start)
    this.#bytes.set(contents, middle)
    this.seqs[row] = seq
    this.#times[row] = time
    this.#numbers[row] = number
    this.flags[row] = flags
    this.#starts[row] = start
    this.#middles[row] = middle
    this.#ends[row] = middle + contents.length
    this.length += 1
  }

  /** Its bytes are copies. */
  at(row: number): SlabPacket {
    const middle = this.#middles[row]
    return {
      seq: this.seqs[row] ?? 0,
      time: this.#times[row] ?? 0,
      number: this.#numbers[row] ?? 0,
      flags: this.flags[row] ?? 0,
      wire: this.#bytes.slice(this.#starts[row], middle),
      contents: this.#bytes.slice(middle, this.#ends[row]),
    }
  }

  /** Bytes of a packet: on the wire, and of its contents. */
  sizeAt(row: number): { readonly wire: number; readonly contents: number } {
    const middle = this.#middles[row] ?? 0
    return {
      wire: middle - (this.#starts[row] ?? 0),
      contents: (this.#ends[row] ?? 0) - middle,
    }
  }

  #end(): number {
    return this.length === 0 ? 0 : (this.#ends[this.length - 1] ?? 0)
  }
}
