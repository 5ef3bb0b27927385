import type { Socket } from 'node:net'
import type { Refusal } from './refusal.js'

/** The other end of a relay, before there is a connection to it. */
export interface Destination {
  readonly kind: 'destination'
  /** In the log, in the `open` frame, and in reasons: a target's name, or HOST:PORT. */
  readonly name: string
  /** HOST:PORT that is dialled, as reasons name it. */
  readonly address: string
  /** Starts the TCP connection, or hands over one that is open already. Once. */
  connect(): Socket
  /** Whether the connection has got where it was meant to. */
  check(socket: Socket): Refusal | null
  /** How the dial ended. Once, unless the page left before. */
  dialled(outcome: 'connected' | 'failed'): void
  /** The connection is gone, or `connect` will not be called. Once. */
  left(): void
}
