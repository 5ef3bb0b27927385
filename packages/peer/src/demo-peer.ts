/** One connection of the demo node: a peer that answers, and that sends decoys on a schedule. */

import { type Message, MessageError } from '@v2scope/messages'
import { REGTEST_GENESIS } from './chain.js'
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
const PORT = 18444

/** Addresses that no one has: RFC 5737 and RFC 3849 keep them for documentation. */
const DOCUMENTATION_IPV4 = ['192.0.2.1', '198.51.100.7', '203.0.113.42'] as const

export type DemoPeerOptions = Omit<
  PeerOptions,
  'userAgent' | 'services' | 'handshakeDecoys' | 'garbageLength' | 'transport'
> &
  Partial<Pick<PeerOptions, 'handshakeDecoys' | 'garbageLength'>>

/** Garbage and handshake decoys are random unless given; it answers as a node with one block would. */
export class DemoPeer {
  readonly peer: Peer
  readonly #options: DemoPeerOptions
  #wantsAddrV2 = false

  /** @throws {LocalProtocolError} as `Peer` does. */
  constructor(options: DemoPeerOptions) {
    this.#options = options
    this.peer = new Peer({
      handshakeDecoys: randomBelow(options.random, MAX_HANDSHAKE_DECOYS + 1),
      ...options,
      userAgent: DEMO_USER_AGENT,
      services: DEMO_SERVICES,
      onEvent: (event) => {
        options.onEvent(event)
        this.#react(event)
      },
    })
  }

  #react(event: PeerEvent): void {
    if (event.type === 'ready') this.#introduce()
    if (event.type !== 'message' || event.decoded instanceof MessageError) return
    const { message } = event.decoded
    if (message.type === 'sendaddrv2') this.#wantsAddrV2 = true
    if (this.peer.state !== 'ready') return
    const answer = this.#answer(message)
    if (answer) this.peer.send(answer)
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

  #answer(message: Message): Message | undefined {
    if (message.type === 'getheaders') return { type: 'headers', headers: [REGTEST_GENESIS] }
    if (message.type !== 'unknown') return undefined
    if (message.messageType === 'getaddr') return this.#addresses()
    // what is asked for and isn't there is named in notfound, which has the form of getdata
    if (message.messageType === 'getdata') return { ...message, messageType: 'notfound' }
    return undefined
  }

  #addresses(): Message {
    const time = Math.floor(this.#options.unixTime())
    const services = DEMO_SERVICES
    if (!this.#wantsAddrV2) {
      const addresses = DOCUMENTATION_IPV4.map((address) => ({
        time,
        services,
        address,
        port: PORT,
      }))
      return { type: 'addr', addresses }
    }
    const addresses = DOCUMENTATION_IPV4.map((address) => ({
      time,
      services,
      network: 1,
      networkName: 'ipv4' as const,
      address,
      bytes: Uint8Array.from(address.split('.'), Number),
      port: PORT,
    }))
    return { type: 'addrv2', addresses }
  }
}
