/** Reads what an address asks for, name by name; what can't be understood is said in words. */

/** The part of a hash route after `?`. */
export class Query {
  /** In words; the default is taken in place of each. */
  readonly problems: string[] = []
  readonly #values: URLSearchParams

  constructor(hash: string) {
    this.#values = new URLSearchParams(hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : '')
  }

  /** As it was written. */
  text(name: string): string | undefined {
    return this.#values.get(name) ?? undefined
  }

  /** A word in lower case. */
  word(name: string): string | undefined {
    return this.text(name)?.trim().toLowerCase()
  }

  /** @param most 0 to so many @param unit of the number, as a word */
  wholeNumber(name: string, most: number, unit: string): number | undefined {
    const text = this.text(name)?.trim()
    if (text === undefined) return undefined
    if (!/^\d+$/.test(text)) {
      this.problems.push(`${name}=${text}: a whole number, 0 to ${most}.`)
      return undefined
    }
    const value = Number(text)
    if (value <= most) return value
    this.problems.push(`${name}=${text}: at most ${most} ${unit}.`)
    return undefined
  }
}
