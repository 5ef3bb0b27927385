import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Tuning } from '../tuning.js'

/** A wait after each failure that is twice the one before; forgotten some time later. */
export class BackOff {
  /** Consecutive failures by key; a record's age tells how long ago the last was. */
  readonly #failures: RateLimiterMemory
  readonly #first: number
  readonly #most: number
  readonly #memory: number

  constructor({ backOffFirst, backOffMost, backOffMemory }: Tuning) {
    this.#first = backOffFirst
    this.#most = backOffMost
    this.#memory = backOffMemory
    this.#failures = new RateLimiterMemory({ points: 0, duration: backOffMemory / 1000 })
  }

  /** @returns the ms until `key` may be tried again; 0: now. */
  async wait(key: string): Promise<number> {
    const record = await this.#failures.get(key)
    if (record === null) return 0
    const sinceLast = this.#memory - record.msBeforeNext
    const wait = Math.min(this.#first * 2 ** (record.consumedPoints - 1), this.#most)
    return Math.max(Math.ceil(wait - sinceLast), 0)
  }

  async failed(key: string): Promise<void> {
    const record = await this.#failures.get(key)
    await this.#failures.set(key, (record?.consumedPoints ?? 0) + 1, this.#memory / 1000)
  }

  async succeeded(key: string): Promise<void> {
    await this.#failures.delete(key)
  }
}
