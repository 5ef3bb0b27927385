import type { IncomingMessage } from 'node:http'
import type { Refusal } from '../refusal.js'
import type { Route } from '../route.js'
import { readTicket, type Ticket, type TicketFault } from './ticket.js'
import { badTicket, TICKET_MISSING, ticketIsFor } from './ticket-refusals.js'

/** Beside the protocol that is spoken a page offers one that carries its ticket. */
const PREFIX = 'ticket.'

/** In `Grant.targets`: for all of them. */
const ALL = '*'

/** The ticket of an upgrade, if it lets its bearer go where `route` leads. */
export async function ticketFor(
  request: IncomingMessage,
  route: Route,
  key: Uint8Array,
): Promise<Ticket | Refusal> {
  const token = offeredTicket(request)
  if (token === null) return TICKET_MISSING
  const ticket = await readTicket(token, key)
  if (typeof ticket === 'string') return badTicket(ticket)
  const asked = grantFor(route)
  const isFor = ticket.targets.includes(asked) || ticket.targets.includes(ALL)
  return isFor ? ticket : ticketIsFor(ticket, asked)
}

/** RFC 6750 §2.1: the ticket that a plain request bears; `null` where it bears none. */
export async function borneTicket(
  request: IncomingMessage,
  key: Uint8Array,
): Promise<Ticket | TicketFault | null> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : readTicket(token, key)
}

function offeredTicket(request: IncomingMessage): string | null {
  const offered = request.headers['sec-websocket-protocol']?.split(',') ?? []
  const found = offered.map((each) => each.trim()).find((each) => each.startsWith(PREFIX))
  return found === undefined ? null : found.slice(PREFIX.length)
}

/** What a ticket has to name. */
function grantFor(route: Route): string {
  switch (route.kind) {
    case 'target':
      return route.name
    case 'address':
      return 'public'
    case 'listen':
    case 'accept':
      return 'listen'
  }
}
