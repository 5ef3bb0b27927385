import { CloseCode } from '../close-codes.js'
import { Rate } from '../rate.js'
import { type Refusal, refuse } from '../refusal.js'

const MINUTE = 60_000

/** Counts what each address asks for in a minute, whether it gets it or not. */
export class UpgradeRate {
  readonly #most: number | null
  readonly #rate: Rate

  /** `most` a minute; `null`: no bound. */
  constructor(most: number | null) {
    this.#most = most
    this.#rate = new Rate(most ?? 0, MINUTE)
  }

  async take(key: string): Promise<Refusal | null> {
    if (this.#most === null) return null
    const wait = await this.#rate.take(key)
    if (wait === 0) return null
    return refuse(
      CloseCode.tooManyFromYou,
      `One address may connect ${this.#most} times a minute; try again in ${Math.ceil(wait / 1000)} s`,
    )
  }

  /** As `GET /limits` has it. */
  async toldTo(key: string): Promise<{ readonly most: number; readonly left: number } | null> {
    if (this.#most === null) return null
    return { most: this.#most, left: await this.#rate.left(key) }
  }
}
