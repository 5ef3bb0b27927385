/** The way to the peer, with somebody on it who has no keys. */

import type { Role } from '@v2scope/bip324'
import type { Peer } from '@v2scope/peer'
import type {
  Connect,
  Connection,
  ConnectionHandlers,
  SessionWorld,
  TimedEvent,
} from '@v2scope/recording'
import { FaultyDirection } from './faulty-direction.js'
import type { Interferer } from './interferer.js'
import { ReceivedFollower } from './received-follower.js'
import { SentFollower } from './stream-follower.js'

/** How often it is looked whether what we sent has left, in ms. */
const LEAVING_MS = 10

export interface FaultyWireOptions {
  /** Ours, and what we speak. */
  readonly role: Role
  readonly transport: 'v2' | 'v1'
  readonly world: SessionWorld
  /** More has passed. */
  readonly onPassed: () => void
}

export class FaultyWire implements Connection {
  readonly sent: FaultyDirection
  readonly received: FaultyDirection
  readonly #world: SessionWorld
  readonly #handlers: ConnectionHandlers
  readonly #way: Connection
  /** Where it is in this process. */
  #peer: Peer | undefined
  #isOver = false

  constructor(connect: Connect, handlers: ConnectionHandlers, options: FaultyWireOptions) {
    const { role, transport, world, onPassed } = options
    this.#world = world
    this.#handlers = handlers
    this.sent = new FaultyDirection({
      world,
      onPassed,
      follower: new SentFollower(),
      deliver: (bytes) => this.#way.send(bytes),
      onCut: () => this.#endSent(),
    })
    this.received = new FaultyDirection({
      world,
      onPassed,
      follower: new ReceivedFollower(role, transport),
      deliver: (bytes) => handlers.onBytes(bytes),
      onCut: () => handlers.onEnd(),
    })
    this.#way = connect({
      ...handlers,
      onBytes: (bytes) => this.received.take(bytes),
      onEnd: () => this.received.end(() => handlers.onEnd()),
    })
  }

  get backlog(): number {
    return this.#way.backlog + this.sent.backlog
  }

  /** Whether nothing waits here that goes on by itself. */
  get isIdle(): boolean {
    return this.sent.isIdle && this.received.isIdle
  }

  get peerReportedSessionId(): string | undefined {
    return this.#way.peerReportedSessionId
  }

  open(): void {
    this.#way.open()
  }

  send(bytes: Uint8Array): void {
    this.sent.take(bytes)
  }

  close(): void {
    this.#isOver = true
    this.sent.stop()
    this.received.stop()
    this.#way.close()
  }

  /** The peer is in this process: it can be told that our side has ended. */
  attachPeer(peer: Peer): void {
    this.#peer = peer
  }

  /** Each event of ours, as it is told. */
  onEvent(event: TimedEvent): void {
    this.sent.onEvent(event)
    this.received.onEvent(event)
  }

  add(interferer: Interferer): void {
    this[interferer.fault.direction].add(interferer)
  }

  /** What we sent before has to arrive; then the peer sees our side closed, and closes its own. */
  #endSent(): void {
    this.#world.after(LEAVING_MS, () => {
      if (this.#isOver) return
      if (this.#way.backlog > 0) this.#endSent()
      else if (this.#peer) this.#peer.receiveEnd()
      else this.#hangUp()
    })
  }

  #hangUp(): void {
    this.#way.close()
    this.received.stop()
    this.#handlers.onEnd()
  }
}
