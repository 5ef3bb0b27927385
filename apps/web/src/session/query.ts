/** Reads what an address asks for, name by name, and keeps what can't be understood. */

import type { AddressProblem, AddressUnit } from './address-problem.js'

/** The part of a hash route after `?`. */
export class Query {
  readonly problems: AddressProblem[] = []
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

  /** @param most 0 to so many */
  wholeNumber(name: string, most: number, unit: AddressUnit): number | undefined {
    const text = this.text(name)?.trim()
    if (text === undefined) return undefined
    if (!/^\d+$/.test(text)) {
      this.problems.push({ code: 'NOT_A_WHOLE_NUMBER', name, value: text, most })
      return undefined
    }
    const value = Number(text)
    if (value <= most) return value
    this.problems.push({ code: 'TOO_MUCH', name, value: text, most, unit })
    return undefined
  }
}
