import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { CloseCode } from '../close-codes.js'
import { type Refusal, refuse } from '../refusal.js'

const MINUTE = 60

/** Counts what each address asks for in a minute, whether it gets it or not. */
export class UpgradeRate {
  readonly most: number | null
  readonly #limiter: RateLimiterMemory

  /** `most` a minute; `null`: no bound. */
  constructor(most: number | null) {
    this.most = most
    this.#limiter = new RateLimiterMemory({ points: most ?? 0, duration: MINUTE })
  }

  async take(key: string): Promise<Refusal | null> {
    if (this.most === null) return null
    try {
      await this.#limiter.consume(key)
      return null
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const seconds = Math.ceil(error.msBeforeNext / 1000)
      return refuse(
        CloseCode.tooManyFromYou,
        `One address may connect ${this.most} times a minute; try again in ${seconds} s`,
      )
    }
  }

  /** How many more this minute; `null`: no bound. */
  async left(key: string): Promise<number | null> {
    if (this.most === null) return null
    const taken = await this.#limiter.get(key)
    return Math.max(0, this.most - (taken?.consumedPoints ?? 0))
  }
}
