/** Counts what a session has put on the wire, by what it is: all of it, since its start. */

/** Message types that a peer makes up can't make it grow; what is beyond is of this label. */
export const OTHER = '*other*'
const MOST_KINDS = 96

/** What is on the wire, in bytes, and what is payload of it. */
export interface Tallied {
  /** As a `StreamRow` has them. */
  readonly kind: string
  readonly label: string
  count: number
  wireBytes: number
  payloadBytes: number
}

export class WireTally {
  readonly #rows = new Map<string, Tallied>()
  #count = 0

  /** How many things there have been. */
  get count(): number {
    return this.#count
  }

  get rows(): Iterable<Readonly<Tallied>> {
    return this.#rows.values()
  }

  /** @param payloadBytes of a message; 0 for anything else */
  add(kind: string, label: string, wireBytes: number, payloadBytes: number): void {
    const row = this.#row(kind, label)
    row.count += 1
    row.wireBytes += wireBytes
    row.payloadBytes += payloadBytes
    this.#count += 1
  }

  #row(kind: string, label: string): Tallied {
    const known = this.#rows.get(`${kind} ${label}`)
    if (known) return known
    if (this.#rows.size >= MOST_KINDS && label !== OTHER) return this.#row(kind, OTHER)
    const row = { kind, label, count: 0, wireBytes: 0, payloadBytes: 0 }
    this.#rows.set(`${kind} ${label}`, row)
    return row
  }
}
