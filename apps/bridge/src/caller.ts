import type { IncomingMessage } from 'node:http'
import { CloseCode } from './close-codes.js'
import { type Refusal, refuse } from './refusal.js'

/** Who asks for a connection. */
export interface Caller {
  readonly kind: 'caller'
  /** What limits count by: an IPv4 address, or the /64 of an IPv6 one. */
  readonly key: string
}

/** Tells callers apart, and turns away those that may not use the bridge at all. */
export interface Callers {
  identify(request: IncomingMessage): Promise<Caller | Refusal>
}

/** Browsers, which say whose page asks: it has been checked by now. */
export const pagesOnly: Callers = {
  identify: async ({ headers, socket }) =>
    headers.origin === undefined
      ? refuse(CloseCode.ticket, 'No Origin was sent: without a ticket, pages alone may use this')
      : { kind: 'caller', key: socket.remoteAddress ?? '' },
}
