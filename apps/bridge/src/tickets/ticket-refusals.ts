import { CloseCode } from '../close-codes.js'
import { sizeInWords } from '../measures.js'
import { type Refusal, refuse } from '../refusal.js'
import type { Ticket, TicketFault } from './ticket.js'

const FAULTS: Readonly<Record<TicketFault, string>> = {
  expired: 'Your ticket has expired: ask whoever runs this bridge for a new one',
  forged: "Your ticket was not signed with this bridge's key: ask whoever runs it for one that is",
  malformed: 'Your ticket is none: it may have been cut off, so take the whole of it',
}

export const badTicket = (fault: TicketFault): Refusal => refuse(CloseCode.ticket, FAULTS[fault])

export const TICKET_MISSING = refuse(
  CloseCode.ticket,
  'This bridge wants a ticket: ask whoever runs it for a link with one',
)

export const ORIGIN_MISSING = refuse(
  CloseCode.ticket,
  'No Origin was sent: without a ticket, pages alone may use this',
)

export const ticketIsFor = ({ targets }: Ticket, asked: string): Refusal =>
  refuse(CloseCode.ticket, `Your ticket is for ${targets.join(', ')}, and not for ${asked}`)

export const connectionsUsedUp = (connections: number): Refusal =>
  refuse(
    CloseCode.quotaUsedUp,
    `Your ticket was for ${connections} connections, and they are used up: ask for a new one`,
  )

export const bytesUsedUp = (bytes: number): Refusal =>
  refuse(
    CloseCode.quotaUsedUp,
    `Your ticket was for ${sizeInWords(bytes)}, and they are used up: ask for a new one`,
  )

export const tooManyWithTicket = (most: number): Refusal =>
  refuse(
    CloseCode.tooManyFromYou,
    `One ticket may have ${most} connections at once, and yours has them; close one, then try again`,
  )

export const TOO_MANY_TICKETS = refuse(
  CloseCode.targetBusy,
  'More tickets are in use than this bridge can count; try again when some have expired',
)
