import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal.js'

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
