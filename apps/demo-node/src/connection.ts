/** One TCP connection of the demo node: a socket, a peer, and a timer between them. */

import type { Socket } from 'node:net'
import { Networks } from '@v2scope/bip324'
import type { Block, PendingTransaction } from '@v2scope/chain'
import { DemoPeer, type PeerInfo, peerInfo, type Timeouts } from '@v2scope/peer'
import type { NodeChain } from './node-chain.js'
import { monotonicMs, randomBytes, unixTime, unixTimeOf } from './platform.js'

/** No more is taken from the chain for a caller while this many bytes are unsent: the largest block is 4 times that. */
const ENOUGH_UNSENT = 1024 * 1024
/** A caller that reads nothing may make us keep this many bytes; then it is let go. */
const MAX_UNSENT = 8 * 1024 * 1024
/** Who has asked for so many things that wait isn't read from until less wait; one getdata has 50,000 at most. */
const MAX_WAITING = 10_000
/** The longest that a timer of Node can wait, in ms. */
const MAX_TIMER = 2 ** 31 - 1

export interface DemoConnectionOptions {
  readonly chain: NodeChain
  readonly timeouts?: Partial<Timeouts>
}

export class DemoConnection {
  readonly #id: number
  readonly #socket: Socket
  readonly #demo: DemoPeer
  readonly #chain: NodeChain
  readonly #addr: string
  readonly #addrbind: string
  readonly #connectedAt = unixTime()
  #timer: NodeJS.Timeout | undefined

  constructor(id: number, socket: Socket, { chain, timeouts }: DemoConnectionOptions) {
    this.#id = id
    this.#socket = socket
    this.#chain = chain
    this.#addr = `${socket.remoteAddress}:${socket.remotePort}`
    this.#addrbind = `${socket.localAddress}:${socket.localPort}`
    this.#demo = new DemoPeer({
      role: 'responder',
      magic: Networks.regtest.magic,
      random: randomBytes,
      now: monotonicMs,
      unixTime,
      chain: chain.chain,
      isPaced: true,
      ...(timeouts && { timeouts }),
      onEvent: (event) => {
        if (event.type === 'failed') this.#hangUp()
        if (event.type === 'closed') this.#socket.end()
      },
    })
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.#step(() => this.#demo.peer.receive(bytes)))
    socket.on('end', () => this.#step(() => this.#demo.peer.receiveEnd()))
    socket.on('drain', () => this.serve())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(this.#timer)
      this.#demo.peer.close()
    })
    this.#schedule()
  }

  /** This connection, as `getpeerinfo` would show it. */
  info(): PeerInfo {
    return peerInfo({
      id: this.#id,
      peer: this.#demo.peer,
      addr: this.#addr,
      addrbind: this.#addrbind,
      connectedAt: Math.floor(this.#connectedAt),
      bytesSent: this.#socket.bytesWritten,
      bytesReceived: this.#socket.bytesRead,
      toUnixTime: unixTimeOf,
    })
  }

  /** Answers what waits, as far as the socket takes it. */
  serve(): void {
    this.#step(() => {})
  }

  announceBlock(block: Block, height: number): void {
    this.#step(() => this.#demo.announceBlock(block, height))
  }

  announceTransaction(transaction: PendingTransaction): void {
    this.#step(() => this.#demo.announceTransaction(transaction))
  }

  destroy(): void {
    this.#socket.destroy()
  }

  #step(action: () => void): void {
    if (this.#socket.destroyed) return
    try {
      action()
      this.#flush()
      this.#serveSome()
    } catch (error) {
      // a fault of ours ends this connection, and no other
      console.error('demo node: a connection was ended by', error)
      this.#socket.destroy()
      return
    }
    if (this.#socket.writableLength > MAX_UNSENT) this.#socket.destroy()
    else this.#schedule()
  }

  #serveSome(): void {
    const hasRoom = () => this.#chain.isWhole && this.#socket.writableLength < ENOUGH_UNSENT
    while (hasRoom() && this.#demo.serveNext()) this.#flush()
    if (this.#demo.waitingRequests > MAX_WAITING) this.#socket.pause()
    else if (this.#socket.isPaused()) this.#socket.resume()
  }

  #flush(): void {
    for (const { bytes } of this.#demo.peer.takeOutput()) {
      if (this.#socket.writable) this.#socket.write(bytes)
    }
  }

  /** Lets what was sent before go out, then closes. */
  #hangUp(): void {
    this.#socket.end()
    this.#socket.resume()
    this.#timer = setTimeout(() => this.#socket.destroy(), 1000)
  }

  #schedule(): void {
    const next = this.#demo.peer.nextTick()
    if (next === undefined) return
    clearTimeout(this.#timer)
    const wait = Math.min(Math.max(0, next - monotonicMs()), MAX_TIMER)
    this.#timer = setTimeout(() => this.#step(() => this.#demo.peer.tick()), Math.ceil(wait))
  }
}
