/** A peer in the same process: a whole BIP324 peer with keys of its own, behind a slow wire. */

import { type Core, toHex } from '@v2scope/bip324'
import { addBlock, addPayment, type Chain, lightChain } from '@v2scope/chain'
import { DemoPeer, type PeerEvent, randomBelow } from '@v2scope/peer'
import type { Connection, ConnectionHandlers } from './connection.js'
import type { SessionLayer } from './session-layer.js'
import type { SessionSettings } from './session-settings.js'
import type { SessionWorld } from './session-world.js'
import { joined, SlowWire } from './slow-wire.js'
import { TickTimer } from './tick-timer.js'

/** The last block of its chain is this old when the session begins, in seconds. */
const TIP_AGE = 600
/** Between these times, in ms from the start, it hears of a payment; then of a block that has them. */
const PAYMENTS_AT = [
  [7000, 12_000],
  [16_000, 24_000],
  [42_000, 50_000],
] as const
const BLOCK_AT = [26_000, 36_000] as const

export interface SimulatedPeerOptions {
  readonly world: SessionWorld
  readonly settings: SessionSettings
  readonly handlers: ConnectionHandlers
  /** What stands between us. */
  readonly layer?: SessionLayer | undefined
  readonly core?: Core | undefined
}

export class SimulatedPeer implements Connection {
  readonly #world: SessionWorld
  readonly #settings: SessionSettings
  readonly #handlers: ConnectionHandlers
  readonly #layer: SessionLayer | undefined
  readonly #core: Core | undefined
  readonly #toPeer: SlowWire
  readonly #toUs: SlowWire
  readonly #ticks: TickTimer
  #peer: DemoPeer | undefined
  #isClosed = false

  #send: (bytes: Uint8Array) => void

  constructor({ world, settings, handlers, layer, core }: SimulatedPeerOptions) {
    this.#world = world
    this.#settings = settings
    this.#handlers = handlers
    this.#layer = layer
    this.#core = core
    this.#toPeer = new SlowWire(world, (bytes) => this.#drive((peer) => peer.receive(bytes)))
    this.#toUs = new SlowWire(world, (bytes) => this.#handlers.onBytes(bytes))
    this.#ticks = new TickTimer(world, () => this.#drive((peer) => peer.tick()))
    this.#send = (bytes) => this.#toUs.push(bytes)
  }

  get backlog(): number {
    return this.#toPeer.backlog
  }

  /** Whether nothing is on its way between us. */
  get isIdle(): boolean {
    return this.#toPeer.backlog + this.#toUs.backlog === 0
  }

  get peerReportedSessionId(): string | undefined {
    const id = this.#peer?.peer.sessionId
    return id && toHex(id)
  }

  open(): void {
    const { role, magic } = this.#settings
    this.#handlers.onOpen({})
    if (this.#isClosed) return
    const { random } = this.#world
    const chain = lightChain(random, { tipTime: this.#world.unixTime() - TIP_AGE })
    this.#peer = new DemoPeer({
      role: role === 'initiator' ? 'responder' : 'initiator',
      magic,
      random,
      chain,
      transport: this.#layer?.peerSpeaks ?? 'v2',
      makeTransport: this.#layer?.peerTransport,
      core: this.#core,
      now: () => this.#world.now(),
      unixTime: () => this.#world.unixTime(),
      onEvent: (event) => this.#onPeerEvent(event),
    })
    this.#send = this.#layer?.betweenPeer(this.#peer.peer, this.#send) ?? this.#send
    this.#drive(() => {})
    this.#grow(chain, this.#peer)
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

  /** What happens in its world, and is announced. */
  #grow(chain: Chain, demo: DemoPeer): void {
    const at = ([from, to]: readonly [number, number], action: () => void) =>
      this.#world.after(from + randomBelow(this.#world.random, to - from), () =>
        this.#drive(action),
      )
    for (const between of PAYMENTS_AT) {
      at(between, () => {
        const payment = addPayment(chain, this.#world.random)
        if (payment) demo.announceTransaction(payment)
      })
    }
    at(BLOCK_AT, () => {
      const block = addBlock(chain, Math.floor(this.#world.unixTime()))
      demo.announceBlock(block, chain.height)
    })
  }

  #drive(action: (peer: DemoPeer['peer']) => void): void {
    const peer = this.#peer?.peer
    if (!peer || this.#isClosed) return
    action(peer)
    this.#send(joined(peer.takeOutput()))
    this.#ticks.set(peer)
  }

  #onPeerEvent(event: PeerEvent): void {
    this.#layer?.onSimulatedPeerEvent(event)
    if (event.type === 'established') this.#handlers.onChange()
    // a peer that has been wronged closes, or that sees our side closed, as a node does
    const isOver = event.type === 'failed' || event.type === 'closed'
    if (isOver) this.#toUs.end(() => this.#handlers.onEnd())
  }
}
