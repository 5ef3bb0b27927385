import type { IncomingMessage } from 'node:http'
import type { Caller, Callers } from '../caller.js'
import type { Refusal } from '../refusal.js'
import type { Route } from '../route.js'
import { ticketFor } from '../tickets/ticket-check.js'
import { ORIGIN_MISSING } from '../tickets/ticket-refusals.js'
import { addressKey, clientAddress, type Trust } from './client-address.js'
import type { UpgradeRate } from './upgrade-rate.js'

export interface CallersParts {
  readonly trust: Trust
  readonly rate: UpgradeRate
  /** What tickets are signed with; `null`: nobody needs one. */
  readonly ticketKey: Uint8Array | null
}

/** Those who don't come too often, and have a ticket, or are pages where no ticket is needed. */
export class CheckedCallers implements Callers {
  readonly #parts: CallersParts

  constructor(parts: CallersParts) {
    this.#parts = parts
  }

  /** What limits count `request` by. */
  keyOf(request: IncomingMessage): string {
    return addressKey(clientAddress(request, this.#parts.trust))
  }

  async identify(request: IncomingMessage, route: Route): Promise<Caller | Refusal> {
    const { rate, ticketKey } = this.#parts
    const key = this.keyOf(request)
    // before anything that costs more; so those that are refused count too
    const hasty = await rate.take(key)
    if (hasty !== null) return hasty
    if (ticketKey !== null) {
      const ticket = await ticketFor(request, route, ticketKey)
      return ticket.kind === 'refused' ? ticket : { kind: 'caller', key, ticket }
    }
    // a browser says whose page asks, which has been checked by now
    if (request.headers.origin === undefined) return ORIGIN_MISSING
    return { kind: 'caller', key, ticket: null }
  }
}
