import type { Bounds } from '../limits.js'
import type { Refusal } from '../refusal.js'
import type { Ticket } from './ticket.js'
import {
  badTicket,
  bytesUsedUp,
  connectionsUsedUp,
  TOO_MANY_TICKETS,
  tooManyWithTicket,
} from './ticket-refusals.js'

/** One connection by a ticket. */
export interface TicketUse {
  readonly kind: 'use'
  /** Counts bytes that crossed the bridge; says so when the ticket's are used up. */
  spend(bytes: number): Refusal | null
  /** The connection is over. Once. */
  leave(): void
}

/** What has been had by one ticket. */
interface Entry {
  /** The last end of those that were signed under one id, ms since 1970. */
  until: number
  uses: number
  open: number
  bytes: number
}

const UNUSED: Omit<Entry, 'until'> = { uses: 0, open: 0, bytes: 0 }

/** Counts what tickets are used for, until they expire. A bridge that starts anew counts anew. */
export class TicketBook {
  readonly #entries = new Map<string, Entry>()
  readonly #bounds: Pick<Bounds, 'connectionsPerTicket' | 'ticketsCounted'>
  readonly #now: () => number
  #nextToExpire = Number.POSITIVE_INFINITY

  /** `now`: ms since 1970. */
  constructor(
    bounds: Pick<Bounds, 'connectionsPerTicket' | 'ticketsCounted'>,
    now: () => number = Date.now,
  ) {
    this.#bounds = bounds
    this.#now = now
  }

  /** Tickets that are counted. */
  get size(): number {
    return this.#entries.size
  }

  /** What is left of a ticket, as `GET /limits` has it. */
  toldOf(ticket: Ticket) {
    const { uses, bytes } = this.#entries.get(ticket.id) ?? UNUSED
    const { targets, connections, until } = ticket
    return {
      targets,
      connections: { most: connections, left: Math.max(0, connections - uses) },
      bytes: ticket.bytes && { most: ticket.bytes, left: Math.max(0, ticket.bytes - bytes) },
      until,
    }
  }

  /** Uses the ticket once, if that can still be done. */
  use(ticket: Ticket): TicketUse | Refusal {
    this.#forgetExpired()
    const refusal = this.#whyNot(ticket)
    if (refusal !== null) return refusal
    const entry = this.#entries.get(ticket.id) ?? this.#enter(ticket)
    entry.until = Math.max(entry.until, ticket.until)
    entry.uses++
    entry.open++
    return {
      kind: 'use',
      spend: (bytes) => {
        entry.bytes += bytes
        return ticket.bytes !== null && entry.bytes > ticket.bytes
          ? bytesUsedUp(ticket.bytes)
          : null
      },
      leave: () => {
        entry.open--
      },
    }
  }

  #whyNot(ticket: Ticket): Refusal | null {
    if (ticket.until <= this.#now()) return badTicket('expired')
    const entry = this.#entries.get(ticket.id)
    if (entry === undefined) {
      return this.#entries.size < this.#bounds.ticketsCounted ? null : TOO_MANY_TICKETS
    }
    if (entry.uses >= ticket.connections) return connectionsUsedUp(ticket.connections)
    if (ticket.bytes !== null && entry.bytes >= ticket.bytes) return bytesUsedUp(ticket.bytes)
    const most = this.#bounds.connectionsPerTicket
    return most !== null && entry.open >= most ? tooManyWithTicket(most) : null
  }

  #enter({ id, until }: Ticket): Entry {
    const entry = { until, ...UNUSED }
    this.#entries.set(id, entry)
    this.#nextToExpire = Math.min(this.#nextToExpire, until)
    return entry
  }

  /** Nobody can use them any more; connections that are open go on counting. */
  #forgetExpired(): void {
    const now = this.#now()
    if (now < this.#nextToExpire) return
    this.#nextToExpire = Number.POSITIVE_INFINITY
    for (const [id, { until }] of this.#entries) {
      if (until <= now) this.#entries.delete(id)
      else this.#nextToExpire = Math.min(this.#nextToExpire, until)
    }
  }
}
