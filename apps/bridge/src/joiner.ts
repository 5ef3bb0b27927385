type Write = (joined: Buffer) => void

/**
 * Puts the small pieces of one tick together, for all relays in the same place: a place of each
 * relay's own would be most of what an idle one takes.
 */
export class Joiner {
  readonly #place: Buffer
  #length = 0
  /** Who gets what is in the place. */
  #write: Write = () => undefined

  /** @param size most that is joined to one, in bytes */
  constructor(size: number) {
    this.#place = Buffer.allocUnsafe(size)
  }

  /** `write` gets these bytes behind others of this tick, at its end at the latest. */
  add(bytes: Buffer, write: Write): void {
    const fits = this.#length + bytes.length <= this.#place.length
    if (write !== this.#write || !fits) this.flush()
    if (this.#length === 0) process.nextTick(() => this.flush())
    this.#write = write
    this.#length += bytes.copy(this.#place, this.#length)
  }

  flush(): void {
    if (this.#length === 0) return
    const joined = Buffer.from(this.#place.subarray(0, this.#length))
    this.#length = 0
    this.#write(joined)
  }
}
