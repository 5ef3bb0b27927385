import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Destination } from './destination.js'
import type { Joiner } from './joiner.js'
import type { Bounds } from './limits.js'
import type { Pass } from './pass.js'
import type { Sweeper } from './sweeper.js'

/** What a relay is between, and by whose leave. */
export interface RelayEnds {
  readonly page: WebSocket
  /** The one under `page`. */
  readonly pageSocket: Socket
  readonly destination: Destination
  readonly pass: Pass
  /** For the log: where the page is, if that is told. */
  readonly from: string | undefined
}

/** What all relays have in common. */
export interface RelayCommons {
  readonly bounds: Bounds
  readonly sweeper: Sweeper
  readonly joiner: Joiner
}

/** A relay that is over, both of its sockets gone. */
export interface RelaySummary {
  /** Ours, or else the page's as RFC 6455 §7.1.5 has it. */
  readonly code: number
  /** Unless the page has ended it. */
  readonly reason: string | undefined
  readonly bytesToPage: number
  readonly bytesToTarget: number
  /** ms */
  readonly duration: number
}
