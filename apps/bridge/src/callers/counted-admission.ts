import type { Caller } from '../caller.js'
import { CloseCode } from '../close-codes.js'
import type { Limits } from '../limits.js'
import type { Admission, Pass } from '../pass.js'
import { type Refusal, refuse } from '../refusal.js'
import { OpenCounts } from './open-counts.js'

/** Lets callers in as long as neither they nor where they want to go have too many. */
export class CountedAdmission implements Admission {
  readonly #limits: Limits
  readonly #addresses = new OpenCounts()
  readonly #targets = new OpenCounts()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** How many connections the callers have open that share `key`. */
  openOf(key: string): number {
    return this.#addresses.of(key)
  }

  async enter({ key }: Caller, target: string | null): Promise<Pass | Refusal> {
    const crowded = this.#tooManyFrom(key) ?? (target === null ? null : this.#tooManyTo(target))
    if (crowded !== null) return crowded
    this.#addresses.add(key)
    if (target !== null) this.#targets.add(target)
    return {
      kind: 'pass',
      spend: () => null,
      leave: () => {
        this.#addresses.remove(key)
        if (target !== null) this.#targets.remove(target)
      },
    }
  }

  #tooManyFrom(key: string): Refusal | null {
    const most = this.#limits.connectionsPerAddress
    if (most === null || this.#addresses.of(key) < most) return null
    return refuse(
      CloseCode.tooManyFromYou,
      `One address may have ${most} connections, and yours has them; close one, then try again`,
    )
  }

  #tooManyTo(target: string): Refusal | null {
    const most = this.#limits.connectionsPerTarget
    if (most === null || this.#targets.of(target) < most) return null
    return refuse(
      CloseCode.targetBusy,
      `Try again later: ${target} has all ${most} connections that are allowed`,
    )
  }
}
