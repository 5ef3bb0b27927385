/** What a peer is given, and what it tells. */

import type { Core, RandomBytes, Role } from '@v2scope/bip324'
import type { MessageError, ReadMessage, VersionMessage } from '@v2scope/messages'
import type { Failure } from './peer-errors.js'
import type { SessionSink } from './session-event.js'
import type { Timeouts } from './timeouts.js'
import type { TransportMaker } from './transport-maker.js'

export interface PeerOptions {
  readonly role: Role
  /** 4 bytes. */
  readonly magic: Uint8Array
  /** The platform's CSPRNG, or a seeded source in a simulation. */
  readonly random: RandomBytes
  /** Milliseconds that never go back; from any start. */
  readonly now: () => number
  /** The wall clock, in seconds from 1970, for the version message. */
  readonly unixTime: () => number
  /** `v1` as an initiator means cleartext, to be chosen by the user alone (S2). Default v2. */
  readonly transport?: 'v2' | 'v1'
  /** Makes the v2 transport, in place of one that keeps to the protocol. */
  readonly makeTransport?: TransportMaker | undefined
  /** What computes keys and packets of v2. Default: `REFERENCE_CORE`. */
  readonly core?: Core | undefined
  /** Bytes of garbage to send, 0..4095. Default: uniform in that range. */
  readonly garbageLength?: number
  /** How many decoys to send before our version packet. Default 0. */
  readonly handshakeDecoys?: number
  /** In BIP14's form. Default `/v2scope:0.1.0/`. */
  readonly userAgent?: string
  /** The services to advertise; NODE_P2P_V2 (S1) by default. */
  readonly services?: bigint
  readonly startHeight?: () => number
  /** Whether the peer is to announce transactions to us (BIP37). Default true. */
  readonly relay?: boolean
  readonly timeouts?: Partial<Timeouts>
  /** Whether a ping is answered that comes now: not where too much is waiting already. Default: always. */
  readonly mayAnswer?: () => boolean
  /** Is told everything that happens on the wire, secrets included. */
  readonly trace?: SessionSink
  readonly onEvent: (event: PeerEvent) => void
}

/** A message as received: decoded, or why it could not be. */
export interface ReceivedMessage {
  readonly messageType: string
  readonly payload: Uint8Array
  readonly decoded: ReadMessage | MessageError
}

export type PeerEvent =
  /** The transport is v2: the peer's version packet has authenticated (S3). */
  | { readonly type: 'established'; readonly sessionId: Uint8Array }
  /** The peer speaks v1: nothing is encrypted. */
  | { readonly type: 'v1' }
  | { readonly type: 'version'; readonly version: VersionMessage }
  /** Both veracks are there. */
  | { readonly type: 'ready' }
  | ({ readonly type: 'message' } & ReceivedMessage)
  | { readonly type: 'decoy'; readonly size: number }
  | { readonly type: 'rejected'; readonly rejection: string }
  | { readonly type: 'pong'; readonly latencyMs: number }
  /** The connection is over by somebody's fault. Nothing follows. */
  | { readonly type: 'failed'; readonly failure: Failure }
  /** The peer has ended the connection, as it may. Nothing follows. */
  | { readonly type: 'closed' }
