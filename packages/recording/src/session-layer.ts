/** What may stand in the way of a session, or take the place of one of its ends: `@v2scope/lab` makes it. */

import type { Peer, PeerEvent, TransportMaker } from '@v2scope/peer'
import type { Connection, ConnectionHandlers } from './connection.js'
import type { SessionCommand } from './session-command.js'
import type { Refusal } from './session-run.js'
import type { SessionWorld } from './session-world.js'
import type { TimedEvent } from './timed-event.js'

/** Makes the way to the peer. */
export type Connect = (handlers: ConnectionHandlers) => Connection

/** The same way, listened to. */
export type Tap = (connect: Connect) => Connect

/** What a layer may ask of the session that it is a layer of. */
export interface LayeredRun {
  run(command: SessionCommand): Refusal | undefined
  readonly isOver: boolean
  /** Whether Hold keeps what we would send. */
  readonly isHoldOn: boolean
  /** Whether something of ours waits for the reader to let it go. */
  readonly isHolding: boolean
  /** In ms from the start of the session. */
  readonly time: number
}

export interface SessionLayer {
  /** In place of our transport. */
  readonly ourTransport?: TransportMaker | undefined
  /** In place of the simulated peer's. */
  readonly peerTransport?: TransportMaker | undefined
  /** v1 where we are to speak it, whatever the settings say. */
  readonly weSpeak?: 'v1' | undefined
  /** v1 where the simulated peer knows no other. */
  readonly peerSpeaks?: 'v1' | undefined
  /** Called once, before anything else. */
  attach(run: LayeredRun): void
  /** Puts itself between us and the way to the peer. @param tap goes where somebody listens to us */
  between(connect: Connect, tap?: Tap): Connect
  /** Each event of ours, as it is told. */
  onEvent(event: TimedEvent): void
  onPeerEvent(event: PeerEvent): void
  /** What becomes of the simulated peer. */
  onSimulatedPeerEvent(event: PeerEvent): void
  /** Puts itself between the simulated peer and its end of the wire. */
  betweenPeer(peer: Peer, send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void
  /** Whether nothing is kept back here that goes on by itself: where all waits, a simulation's clock stands still. */
  readonly isIdle: boolean
  /** Whether so much of ours is kept back here that no more is taken. Default: not. */
  readonly isFull?: boolean
  /** The session is over. */
  stop(): void
}

/** @param onChange something that is shown has changed */
export type LayerMaker = (world: SessionWorld, onChange: () => void) => SessionLayer
