/** The clock of our own timeouts: it stands still while what we would send is being held. */

export class PausableClock {
  readonly #now: () => number
  #pausedAt: number | undefined
  #stoodStill = 0

  /** @param now in ms, never going back */
  constructor(now: () => number) {
    this.#now = now
  }

  /** In ms. */
  now(): number {
    return (this.#pausedAt ?? this.#now()) - this.#stoodStill
  }

  pause(): void {
    this.#pausedAt ??= this.#now()
  }

  resume(): void {
    if (this.#pausedAt === undefined) return
    this.#stoodStill += this.#now() - this.#pausedAt
    this.#pausedAt = undefined
  }

  /** When it will be so late on this clock, on the one that it follows; never, while it stands still. */
  whenOutside(at: number): number {
    return this.#pausedAt === undefined ? at + this.#stoodStill : Number.POSITIVE_INFINITY
  }
}
