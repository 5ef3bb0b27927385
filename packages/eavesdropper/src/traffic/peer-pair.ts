/** Two real peers with a slow wire between them, and what each puts on it. */

import { Networks } from '@v2scope/bip324'
import type { TracePart } from '@v2scope/lab'
import { type Message, MessageError } from '@v2scope/messages'
import { Peer, type PeerEvent } from '@v2scope/peer'
import { joined, SlowWire, type VirtualWorld } from '@v2scope/recording/simulation'

export type Side = 'ours' | 'theirs'

const ANSWERED: ReadonlySet<string> = new Set(['inv', 'getdata', 'getheaders'])

export class PeerPair {
  readonly #world: VirtualWorld
  readonly #onMessage: (side: Side, message: Message) => void
  readonly #peers: Readonly<Record<Side, Peer>>
  readonly #wires: Readonly<Record<Side, SlowWire>>
  /** By who put them out; times are of the world. */
  readonly #packets: Readonly<Record<Side, TracePart[]>> = { ours: [], theirs: [] }

  /** @param onMessage takes what a side receives that may want an answer */
  constructor(world: VirtualWorld, onMessage: (side: Side, message: Message) => void) {
    this.#world = world
    this.#onMessage = onMessage
    this.#peers = { ours: this.#peer('ours'), theirs: this.#peer('theirs') }
    this.#wires = { ours: this.#wire('theirs'), theirs: this.#wire('ours') }
    this.#put('ours')
    this.#put('theirs')
  }

  /** Both have had the other's verack. */
  get isReady(): boolean {
    return this.#peers.ours.state === 'ready' && this.#peers.theirs.state === 'ready'
  }

  /** Packets of one side from a time on, which is their 0; by their bytes on the wire. */
  packets(side: Side, from: number): TracePart[] {
    return this.#packets[side]
      .filter(({ time }) => time >= from)
      .map(({ time, bytes }) => ({ time: time - from, bytes }))
  }

  send(side: Side, message: Message): void {
    this.#peers[side].send(message)
    this.#put(side)
  }

  #peer(side: Side): Peer {
    const world = this.#world
    return new Peer({
      role: side === 'ours' ? 'initiator' : 'responder',
      magic: Networks.regtest.magic,
      random: world.random,
      now: () => world.now(),
      unixTime: () => world.unixTime(),
      // of the handshake nothing is looked at
      garbageLength: 0,
      onEvent: (event) => this.#heard(side, event),
    })
  }

  /** To this side. */
  #wire(side: Side): SlowWire {
    return new SlowWire(this.#world, (bytes) => {
      this.#peers[side].receive(bytes)
      this.#put(side)
    })
  }

  #heard(side: Side, event: PeerEvent): void {
    if (event.type === 'failed') throw new Error(event.failure.message)
    // a block is not taken apart to be thrown away
    if (event.type !== 'message' || !ANSWERED.has(event.messageType)) return
    if (event.decoded instanceof MessageError) throw event.decoded
    this.#onMessage(side, event.decoded.message)
  }

  #put(side: Side): void {
    const output = this.#peers[side].takeOutput()
    const time = this.#world.now()
    this.#packets[side].push(...output.map(({ bytes }) => ({ time, bytes: bytes.length })))
    this.#wires[side].push(joined(output))
  }
}
