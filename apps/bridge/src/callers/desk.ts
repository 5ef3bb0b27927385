import type { IncomingMessage } from 'node:http'
import type { Bounds } from '../limits.js'
import { TicketBook } from '../tickets/ticket-book.js'
import { borneTicket } from '../tickets/ticket-check.js'
import { CheckedCallers } from './checked-callers.js'
import { toTrust } from './client-address.js'
import { CountedAdmission } from './counted-admission.js'
import { UpgradeRate } from './upgrade-rate.js'

export interface DeskSettings {
  /** Addresses and CIDRs of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy?: readonly string[]
  /** What tickets are signed with, at least 32 bytes; with it, nobody connects without one. */
  readonly ticketKey?: Uint8Array
}

export type Desk = ReturnType<typeof openDesk>

/** All that knows callers, and what each has. */
export function openDesk(settings: DeskSettings, bounds: Bounds) {
  const trust = toTrust(settings.trustProxy ?? [])
  const rate = new UpgradeRate(bounds.upgradesPerMinute)
  const ticketKey = settings.ticketKey ?? null
  const callers = new CheckedCallers({ trust, rate, ticketKey })
  const tickets = new TicketBook(bounds)
  const admission = new CountedAdmission(bounds, tickets)

  /** What whoever asks has, and may have; in the form of `GET /limits`. */
  async function toldTo(request: IncomingMessage) {
    const key = callers.keyOf(request)
    const ticket = ticketKey === null ? null : await borneTicket(request, ticketKey)
    return {
      needsTicket: ticketKey !== null,
      yours: { most: bounds.connectionsPerAddress, open: admission.openOf(key) },
      upgradesPerMinute: await rate.toldTo(key),
      ticket: typeof ticket === 'string' ? { refused: ticket } : ticket && tickets.toldOf(ticket),
    }
  }

  return { callers, admission, toldTo }
}
