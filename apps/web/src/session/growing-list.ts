/** A list that grows at its end, and never copies. */

/** A view of the first `length` values. `with` gives a longer view over the same memory. */
export class GrowingList<T> implements Iterable<T> {
  static readonly empty = <T>(): GrowingList<T> => new GrowingList<T>([], 0)

  readonly #all: T[]
  readonly length: number

  private constructor(all: T[], length: number) {
    this.#all = all
    this.length = length
  }

  /** This list where there are none; else a new one. */
  with(values: readonly T[]): GrowingList<T> {
    if (values.length === 0) return this
    // a list that has been continued already is continued by a copy
    const all = this.#all.length === this.length ? this.#all : this.#all.slice(0, this.length)
    for (const value of values) all.push(value)
    return new GrowingList(all, all.length)
  }

  /** A view of the first `count` values over the same memory. */
  first(count: number): GrowingList<T> {
    return count >= this.length ? this : new GrowingList(this.#all, Math.max(count, 0))
  }

  at(index: number): T | undefined {
    return index >= 0 && index < this.length ? this.#all[index] : undefined
  }

  slice(start = 0, end = this.length): T[] {
    return this.#all.slice(start, Math.min(end, this.length))
  }

  *[Symbol.iterator](): Iterator<T> {
    yield* this.slice()
  }
}
