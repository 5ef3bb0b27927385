import { randomBytes } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { CloseCode } from '../close-codes.js'
import { closePage } from '../close-page.js'
import { Heartbeat } from '../heartbeat.js'
import type { Bounds } from '../limits.js'
import { timeInWords } from '../measures.js'
import type { Pass } from '../pass.js'
import { type Refusal, refuse } from '../refusal.js'
import { StallWatch } from '../stall-watch.js'
import { ControlFrames } from './control-frames.js'
import { Inbound } from './inbound.js'
import { type ListenAt, listenFailure } from './listen-at.js'
import { toldAddress } from './told-address.js'

/** The page that wants to be dialled, and by whose leave. */
export interface ListenerEnds {
  readonly page: WebSocket
  /** The one under `page`. */
  readonly pageSocket: Socket
  readonly pass: Pass
  /** For the log: where the page is, if that is told. */
  readonly from: string | undefined
}

/**
 *   opening ──▶ listening ──▶ closed
 *      └──────────────────────▲
 *
 * closed: the port is, and the page has been sent a close frame or is gone.
 */
type ListenerState = 'opening' | 'listening' | 'closed'

/** A page's control WebSocket, and a port that is open as long as it. */
export class Listener {
  readonly id = randomBytes(8).toString('hex')
  /** Resolves with the page's close code when the page is gone; never rejects. */
  readonly over: Promise<number>
  readonly #page: WebSocket
  readonly #pageSocket: Socket
  readonly #bounds: Bounds
  readonly #frames: ControlFrames
  readonly #server: Server
  readonly #heartbeat: Heartbeat
  readonly #stallWatch: StallWatch
  readonly #lifetime: NodeJS.Timeout | undefined
  readonly #waiting = new Map<string, Inbound>()
  #state: ListenerState = 'opening'

  constructor({ page, pageSocket, pass }: ListenerEnds, at: ListenAt, bounds: Bounds) {
    this.#page = page
    this.#pageSocket = pageSocket
    this.#bounds = bounds
    this.#frames = new ControlFrames(page, pageSocket)
    this.#heartbeat = new Heartbeat(page, pageSocket, bounds, () => page.terminate())
    this.#stallWatch = new StallWatch([this.#frames], bounds.stallTimeout, () =>
      this.close(
        refuse(
          CloseCode.stalled,
          `The page has read nothing for ${timeInWords(bounds.stallTimeout)}`,
        ),
      ),
    )
    if (bounds.lifetime !== null) this.#lifetime = this.#endAfter(bounds.lifetime)
    this.#server = this.#openPort(at)
    page.on('message', () =>
      this.close(
        refuse(CloseCode.textFrame, 'A listening page says nothing; bytes go to /accept/ID'),
      ),
    )
    page.on('error', () => this.#end())
    this.over = new Promise((resolve) => {
      page.on('close', (code) => {
        this.#end()
        pass.leave()
        resolve(code)
      })
    })
  }

  /** The connection of this id; from now on nobody else gets it. */
  claim(id: string): Inbound | undefined {
    const inbound = this.#waiting.get(id)
    this.#waiting.delete(id)
    return inbound
  }

  /** Closes the port, and tells the page why. */
  close(why: Refusal): void {
    if (this.#state === 'closed') return
    this.#end()
    closePage(this.#page, why, this.#bounds.pageCloseGrace)
  }

  /** Ends it at once, and says nothing. */
  destroy(): void {
    this.#page.terminate()
  }

  #openPort(at: ListenAt): Server {
    const server = createServer({ pauseOnConnect: true, noDelay: true, keepAlive: true })
    server.on('connection', (socket) => this.#onConnection(socket))
    server.on('error', (error) => this.close(listenFailure(at, error)))
    server.listen(at.port, at.host, () => this.#onListening())
    return server
  }

  #onListening(): void {
    if (this.#state === 'closed') {
      this.#server.close()
      return
    }
    this.#state = 'listening'
    const address = this.#server.address()
    if (address === null || typeof address === 'string') return
    this.#frames.send({ type: 'listening', address: toldAddress(address, this.#pageSocket) })
  }

  #onConnection(socket: Socket): void {
    if (this.#state === 'closed' || this.#waiting.size >= this.#bounds.inboundWaiting) {
      socket.destroy()
      return
    }
    const { inboundPatience } = this.#bounds
    const inbound = new Inbound(socket, inboundPatience, () => {
      if (!this.#waiting.delete(inbound.id)) return
      const reason = `Nobody took it within ${inboundPatience / 1000} s`
      this.#frames.send({ type: 'gone', id: inbound.id, reason })
    })
    this.#waiting.set(inbound.id, inbound)
    this.#frames.send({ type: 'inbound', id: inbound.id, remote: inbound.remote })
  }

  #endAfter(lifetime: number): NodeJS.Timeout {
    const why = refuse(CloseCode.lifetimeOver, 'The bridge listens for a page this long only')
    return setTimeout(() => this.close(why), lifetime)
  }

  /** Those who have been taken go on. */
  #end(): void {
    if (this.#state === 'closed') return
    if (this.#state === 'listening') this.#server.close()
    this.#state = 'closed'
    this.#heartbeat.stop()
    this.#stallWatch.stop()
    clearTimeout(this.#lifetime)
    for (const inbound of this.#waiting.values()) inbound.drop()
    this.#waiting.clear()
  }
}
