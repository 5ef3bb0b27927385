/** What one side has asked for and not got yet. */

/** At most so many keys of wants are kept; the oldest wants are forgotten. */
export const MOST_KEYS = 100_000

interface Want {
  /** Of the message that asked. */
  readonly seq: number
  /** Any of them settles it. */
  readonly keys: readonly string[]
}

export class OpenWants {
  /** In the order of asking. */
  readonly #wants = new Set<Want>()
  readonly #byKey = new Map<string, Set<Want>>()
  readonly #most: number
  #keys = 0

  constructor(most = MOST_KEYS) {
    this.#most = most
  }

  get size(): number {
    return this.#wants.size
  }

  add(seq: number, keys: readonly string[]): void {
    const want = { seq, keys }
    this.#wants.add(want)
    this.#keys += keys.length
    for (const key of keys) {
      const same = this.#byKey.get(key)
      if (same) same.add(want)
      else this.#byKey.set(key, new Set([want]))
    }
    for (const oldest of this.#wants) {
      if (this.#keys <= this.#most) break
      this.#forget(oldest)
    }
  }

  /**
   * Settles the oldest want that goes by one of these keys, the first key first.
   * @returns the `seq` of what asked, undefined where nothing did
   */
  settle(keys: readonly string[]): number | undefined {
    for (const key of keys) {
      const [want] = this.#byKey.get(key) ?? []
      if (want) {
        this.#forget(want)
        return want.seq
      }
    }
    return undefined
  }

  /** The `seq` of the oldest that goes by this key; it stays open. */
  find(key: string): number | undefined {
    const [want] = this.#byKey.get(key) ?? []
    return want?.seq
  }

  #forget(want: Want): void {
    this.#wants.delete(want)
    this.#keys -= want.keys.length
    for (const key of want.keys) {
      const same = this.#byKey.get(key)
      same?.delete(want)
      if (same?.size === 0) this.#byKey.delete(key)
    }
  }
}
