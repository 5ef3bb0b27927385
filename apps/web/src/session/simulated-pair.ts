/** A peer that lives in the worker: a whole BIP324 peer with keys of its own, behind a slow wire. */

import { toHex } from '@v2scope/bip324'
import { DemoPeer, type PeerEvent } from '@v2scope/peer'
import type { Connection, ConnectionHandlers } from './connection.js'
import type { SessionSettings } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import { joined, SlowWire } from './slow-wire.js'
import { TickTimer } from './tick-timer.js'

export class SimulatedPair implements Connection {
  readonly #environment: SessionEnvironment
  readonly #settings: SessionSettings
  readonly #handlers: ConnectionHandlers
  readonly #toPeer: SlowWire
  readonly #toUs: SlowWire
  readonly #ticks: TickTimer
  #peer: DemoPeer | undefined
  #isClosed = false

  constructor(
    environment: SessionEnvironment,
    settings: SessionSettings,
    handlers: ConnectionHandlers,
  ) {
    this.#environment = environment
    this.#settings = settings
    this.#handlers = handlers
    this.#toPeer = new SlowWire(environment, (bytes) => this.#drive((peer) => peer.receive(bytes)))
    this.#toUs = new SlowWire(environment, (bytes) => this.#handlers.onBytes(bytes))
    this.#ticks = new TickTimer(environment, () => this.#drive((peer) => peer.tick()))
  }

  get backlog(): number {
    return this.#toPeer.backlog
  }

  get peerReportedSessionId(): string | undefined {
    const id = this.#peer?.peer.sessionId
    return id && toHex(id)
  }

  open(): void {
    const { role, magic } = this.#settings
    this.#handlers.onOpen({})
    if (this.#isClosed) return
    this.#peer = new DemoPeer({
      role: role === 'initiator' ? 'responder' : 'initiator',
      magic,
      random: this.#environment.random,
      now: () => this.#environment.now(),
      unixTime: () => this.#environment.unixTime(),
      onEvent: (event) => this.#onPeerEvent(event),
    })
    this.#drive(() => {})
  }

  send(bytes: Uint8Array): void {
    if (!this.#isClosed) this.#toPeer.push(bytes)
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#ticks.stop()
    this.#toPeer.cut()
    this.#toUs.cut()
    this.#peer?.peer.close()
  }

  #drive(action: (peer: DemoPeer['peer']) => void): void {
    const peer = this.#peer?.peer
    if (!peer || this.#isClosed) return
    action(peer)
    this.#toUs.push(joined(peer.takeOutput()))
    this.#ticks.set(peer)
  }

  #onPeerEvent(event: PeerEvent): void {
    if (event.type === 'established') this.#handlers.onChange()
    // a peer that has been wronged closes, as a node does
    if (event.type === 'failed') this.#toUs.end(() => this.#handlers.onEnd())
  }
}
