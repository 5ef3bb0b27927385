import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal.js'
import type { Route } from './route.js'
import type { Ticket } from './tickets/ticket.js'

/** Who asks for a connection. */
export interface Caller {
  readonly kind: 'caller'
  /** What limits count by: an IPv4 address, or the /64 of an IPv6 one. */
  readonly key: string
  /** What it may do, where that takes a ticket. */
  readonly ticket: Ticket | null
}

/** Tells callers apart, and turns away those that may not use the bridge at all. */
export interface Callers {
  identify(request: IncomingMessage, route: Route): Promise<Caller | Refusal>
}
