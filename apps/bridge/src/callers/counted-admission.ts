import type { Caller } from '../caller.js'
import { CloseCode } from '../close-codes.js'
import type { Limits } from '../limits.js'
import type { Admission, Pass } from '../pass.js'
import { type Refusal, refuse } from '../refusal.js'
import type { TicketBook } from '../tickets/ticket-book.js'
import { OpenCounts } from './open-counts.js'

/** Lets callers in as long as neither they nor where they want to go have too many. */
export class CountedAdmission implements Admission {
  readonly #limits: Limits
  readonly #addresses = new OpenCounts()
  readonly #targets = new OpenCounts()
  readonly #tickets: TicketBook

  constructor(limits: Limits, tickets: TicketBook) {
    this.#limits = limits
    this.#tickets = tickets
  }

  /** How many connections the callers have open that share `key`. */
  openOf(key: string): number {
    return this.#addresses.of(key)
  }

  async enter({ key, ticket }: Caller, target: string | null): Promise<Pass | Refusal> {
    const crowded = this.#tooManyFrom(key) ?? (target === null ? null : this.#tooManyTo(target))
    if (crowded !== null) return crowded
    // last, because it can be used so many times only
    const use = ticket && this.#tickets.use(ticket)
    if (use?.kind === 'refused') return use
    this.#addresses.add(key)
    if (target !== null) this.#targets.add(target)
    return {
      kind: 'pass',
      spend: (bytes) => use?.spend(bytes) ?? null,
      leave: () => {
        use?.leave()
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
