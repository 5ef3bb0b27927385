import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** So many in a time, by key. */
export class Rate {
  readonly #limiter: RateLimiterMemory

  /** @param within ms */
  constructor(most: number, within: number) {
    this.#limiter = new RateLimiterMemory({ points: most, duration: within / 1000 })
  }

  /** Takes one. @returns 0, or the ms until there is one to take. */
  async take(key = ''): Promise<number> {
    try {
      await this.#limiter.consume(key)
      return 0
    } catch (full) {
      if (full instanceof RateLimiterRes) return Math.max(full.msBeforeNext, 1)
      throw full
    }
  }

  /** How many there are to take. */
  async left(key = ''): Promise<number> {
    const taken = await this.#limiter.get(key)
    return taken?.remainingPoints ?? this.#limiter.points
  }
}
