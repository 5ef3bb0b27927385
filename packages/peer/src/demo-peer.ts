/** One connection of the demo node: a peer that answers, and that sends decoys on a schedule. */

import { type Message, MessageError } from '@v2scope/messages'
import { type ChainBlock, type ChainView, GENESIS_ALONE } from './chain.js'
import { demoAddresses } from './demo-addresses.js'
import { type AnnouncedTransaction, DemoAnnouncer } from './demo-announcer.js'
import { DemoRequests } from './demo-requests.js'
import { Peer } from './peer.js'
import type { PeerEvent, PeerOptions } from './peer-options.js'
import { randomBelow } from './random.js'

export const DEMO_USER_AGENT = '/v2scope-demo:0.1.0/'
/** NODE_NETWORK, NODE_WITNESS, NODE_P2P_V2. */
const DEMO_SERVICES = (1n << 0n) | (1n << 3n) | (1n << 11n)
const MAX_HANDSHAKE_DECOYS = 3
const DECOY_EVERY_MS = 4000
const MAX_DECOY_SIZE = 400
/** In satoshi per 1000 virtual bytes. */
const FEE_RATE = 1000n

export type DemoPeerOptions = Omit<
  PeerOptions,
  'userAgent' | 'services' | 'handshakeDecoys' | 'garbageLength' | 'startHeight' | 'relay'
> &
  Partial<Pick<PeerOptions, 'handshakeDecoys' | 'garbageLength'>> & {
    /** Default: the header of regtest's genesis block, and nothing else. */
    readonly chain?: ChainView
    /** What is asked of the chain waits for `serveNext`; by default it is answered at once. */
    readonly isPaced?: boolean
  }

/**
 * Garbage and handshake decoys are random unless given. It answers as Bitcoin Core does: silence for
 * blocks that it doesn't have, notfound for transactions; but mempool and filters, which it
 * doesn't offer (NODE_BLOOM), it leaves unanswered where Bitcoin Core would hang up.
 */
export class DemoPeer {
  readonly peer: Peer
  readonly #options: DemoPeerOptions
  readonly #requests: DemoRequests
  readonly #announcer: DemoAnnouncer
  #wantsAddrV2 = false
  #gaveAddresses = false

  /** @throws {LocalProtocolError} as `Peer` does. */
  constructor(options: DemoPeerOptions) {
    const { chain = GENESIS_ALONE, random } = options
    const send = (message: Message) => this.peer.send(message)
    this.#options = options
    this.#announcer = new DemoAnnouncer(random, send)
    const onKnown = (height: number) => this.#announcer.knows(height)
    this.#requests = new DemoRequests({ chain, random, send, onKnown })
    this.peer = new Peer({
      handshakeDecoys: randomBelow(random, MAX_HANDSHAKE_DECOYS + 1),
      ...options,
      userAgent: DEMO_USER_AGENT,
      services: DEMO_SERVICES,
      startHeight: () => chain.height,
      relay: false, // it has its own transactions
      onEvent: (event) => {
        options.onEvent(event)
        this.#react(event)
      },
    })
  }

  /** How many things were asked of the chain and wait for their answer. */
  get waitingRequests(): number {
    return this.#requests.size
  }

  /** Where `isPaced`: answers the oldest of what waits. @returns false where nothing waited */
  serveNext(): boolean {
    return this.#requests.serveNext()
  }

  /** Tells of a new block, at this height, as the caller asked for it. */
  announceBlock(block: ChainBlock, height: number): void {
    if (this.peer.state === 'ready') this.#announcer.announceBlock(block, height)
  }

  /** Tells of a transaction, where the caller wants to hear of them (BIP37's relay, BIP133). */
  announceTransaction(transaction: AnnouncedTransaction): void {
    if (this.peer.state !== 'ready' || this.peer.peerVersion?.relay === false) return
    this.#announcer.announceTransaction(transaction)
  }

  #react(event: PeerEvent): void {
    if (event.type === 'ready') this.#introduce()
    if (event.type !== 'message' || event.decoded instanceof MessageError) return
    const { message } = event.decoded
    if (message.type === 'sendaddrv2') this.#wantsAddrV2 = true
    this.#announcer.note(message)
    if (this.peer.state === 'ready') this.#answer(message)
  }

  /** What a node says first, once version and verack are exchanged. */
  #introduce(): void {
    this.peer.send({ type: 'sendheaders' })
    this.peer.send({ type: 'sendcmpct', highBandwidth: false, version: 2n })
    this.peer.send({ type: 'feefilter', feeRate: FEE_RATE })
    const size = randomBelow(this.#options.random, MAX_DECOY_SIZE + 1)
    if (this.peer.transport === 'v2') {
      this.peer.scheduleDecoys({ everyMs: DECOY_EVERY_MS, size })
    }
  }

  #answer(message: Message): void {
    switch (message.type) {
      case 'getaddr':
        this.#giveAddresses()
        break
      case 'getheaders':
      case 'getblocks':
      case 'getblocktxn':
      case 'getdata':
        this.#requests.add(message)
        if (!this.#options.isPaced) while (this.#requests.serveNext());
    }
  }

  /** Once a connection, as Bitcoin Core does. */
  #giveAddresses(): void {
    if (this.#gaveAddresses) return
    this.#gaveAddresses = true
    const time = Math.floor(this.#options.unixTime())
    this.peer.send(demoAddresses({ isV2: this.#wantsAddrV2, time, services: DEMO_SERVICES }))
  }
}
