/** Indices in ascending order, 4 bytes each; grows at its end. */

const FIRST = 1024
const GROWTH = 1.5

export class IndexList {
  #all = new Uint32Array(FIRST)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Bytes that it takes. */
  get size(): number {
    return this.#all.byteLength
  }

  push(index: number): void {
    if (this.#length === this.#all.length) {
      const longer = new Uint32Array(Math.ceil(this.#all.length * GROWTH))
      longer.set(this.#all)
      this.#all = longer
    }
    this.#all[this.#length] = index
    this.#length += 1
  }

  at(i: number): number | undefined {
    return i < this.#length ? this.#all[i] : undefined
  }

  /** How many are below `index`. */
  countBelow(index: number): number {
    let low = 0
    let high = this.#length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#all[middle] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return low
  }
}
