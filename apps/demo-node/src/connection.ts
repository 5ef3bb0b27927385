/** One TCP connection of the demo node: a socket, a peer, and a timer between them. */

import type { Socket } from 'node:net'
import { Networks } from '@v2scope/bip324'
import { DemoPeer, type PeerInfo, peerInfo, type Timeouts } from '@v2scope/peer'
import { monotonicMs, randomBytes, unixTime, unixTimeOf } from './platform.js'

/** A caller that reads nothing may make us keep this many bytes; then it is let go. */
const MAX_UNSENT = 4 * 1024 * 1024
/** The longest that a timer of Node can wait, in ms. */
const MAX_TIMER = 2 ** 31 - 1

export class DemoConnection {
  readonly #id: number
  readonly #socket: Socket
  readonly #demo: DemoPeer
  readonly #addr: string
  readonly #addrbind: string
  readonly #connectedAt = unixTime()
  #timer: NodeJS.Timeout | undefined

  constructor(id: number, socket: Socket, timeouts?: Partial<Timeouts>) {
    this.#id = id
    this.#socket = socket
    this.#addr = `${socket.remoteAddress}:${socket.remotePort}`
    this.#addrbind = `${socket.localAddress}:${socket.localPort}`
    this.#demo = new DemoPeer({
      role: 'responder',
      magic: Networks.regtest.magic,
      random: randomBytes,
      now: monotonicMs,
      unixTime,
      ...(timeouts && { timeouts }),
      onEvent: (event) => {
        if (event.type === 'failed') this.#hangUp()
        if (event.type === 'closed') this.#socket.end()
      },
    })
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.#step(() => this.#demo.peer.receive(bytes)))
    socket.on('end', () => this.#step(() => this.#demo.peer.receiveEnd()))
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

  destroy(): void {
    this.#socket.destroy()
  }

  #step(action: () => void): void {
    if (this.#socket.destroyed) return
    try {
      action()
    } catch (error) {
      // a fault of ours ends this connection, and no other
      console.error('demo node: a connection was ended by', error)
      this.#socket.destroy()
      return
    }
    for (const { bytes } of this.#demo.peer.takeOutput()) {
      if (this.#socket.writable) this.#socket.write(bytes)
    }
    if (this.#socket.writableLength > MAX_UNSENT) this.#socket.destroy()
    else this.#schedule()
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
