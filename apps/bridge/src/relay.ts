import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { CloseCode, fitReason } from './close-codes.js'
import type { Destination } from './destination.js'
import { dialFailure, dialTimedOut } from './dial-failure.js'
import { Heartbeat } from './heartbeat.js'
import type { Bounds } from './limits.js'
import type { Pass } from './pass.js'
import type { Refusal } from './refusal.js'
import { StallWatch } from './stall-watch.js'
import type { Sweeper } from './sweeper.js'
import { formatAddress, withoutMapping } from './targets.js'
import { ToPage } from './to-page.js'
import { ToTarget } from './to-target.js'

/**
 *   dialling ──▶ open ──▶ flushing ──▶ closing ──▶ closed
 *       └─────────┴───────────────────────▲
 *
 * flushing: the target has ended, its last bytes are still on their way to the page.
 * closing:  the page has been sent a close frame, or has broken the protocol.
 */
type RelayState = 'dialling' | 'open' | 'flushing' | 'closing' | 'closed'

/** What a relay is between, and by whose leave. */
export interface RelayEnds {
  readonly page: WebSocket
  /** The one under `page`. */
  readonly pageSocket: Socket
  readonly destination: Destination
  readonly pass: Pass
}

/** A relay that is over, both of its sockets gone. */
export interface RelaySummary {
  readonly id: string
  readonly target: string
  /** The page's close code, as RFC 6455 §7.1.5 has it. */
  readonly code: number
  readonly bytesToPage: number
  readonly bytesToTarget: number
}

/** One page, one target, and the bytes between them, of which nothing is kept or read. */
export class Relay {
  readonly id = randomBytes(8).toString('hex')
  /** Resolves when both sockets are gone; never rejects. */
  readonly over: Promise<RelaySummary>
  readonly #page: WebSocket
  readonly #destination: Destination
  readonly #pass: Pass
  readonly #targetSocket: Socket
  readonly #limits: Bounds
  readonly #sweeper: Sweeper
  readonly #toPage: ToPage
  readonly #toTarget: ToTarget
  readonly #stallWatch: StallWatch
  readonly #heartbeat: Heartbeat
  readonly #dialTimer: NodeJS.Timeout
  #pageTimer: NodeJS.Timeout | undefined
  #targetTimer: NodeJS.Timeout | undefined
  #state: RelayState = 'dialling'

  constructor(
    { page, pageSocket, destination, pass }: RelayEnds,
    limits: Bounds,
    sweeper: Sweeper,
  ) {
    this.#page = page
    this.#destination = destination
    this.#pass = pass
    this.#limits = limits
    this.#sweeper = sweeper
    this.#targetSocket = destination.connect()
    this.#toPage = new ToPage(page, pageSocket, this.#targetSocket, limits, sweeper)
    this.#toTarget = new ToTarget(page, this.#targetSocket, limits, sweeper)
    this.#stallWatch = new StallWatch(
      [this.#toPage, this.#toTarget],
      limits.stallTimeout,
      (outlet) => this.#onStall(outlet === this.#toPage ? 'page' : 'target'),
    )
    this.#heartbeat = new Heartbeat(page, pageSocket, limits)
    this.#dialTimer = setTimeout(() => this.#onDialTimeout(), limits.dialTimeout)
    this.#listenToPage()
    this.#listenToTarget()
    this.over = this.#untilOver()
  }

  /** Ends both sides: the page by a close frame with `code` and `reason`, the target by a FIN. */
  close(code: CloseCode, reason: string): void {
    if (this.#state === 'closing' || this.#state === 'closed') return
    this.#page.close(code, fitReason(reason))
    this.#beginClosing()
  }

  #refuse({ code, reason }: Refusal): void {
    this.#destination.dialled('failed')
    this.close(code, reason)
  }

  /** Ends both sides at once, and says nothing. */
  destroy(): void {
    this.#page.terminate()
    this.#targetSocket.destroy()
  }

  #listenToPage(): void {
    this.#page.on('message', (data: Buffer, isBinary: boolean) => {
      if (this.#state !== 'dialling' && this.#state !== 'open') this.#sweeper.note(data.length)
      else if (isBinary) this.#toTarget.push(data)
      else this.close(CloseCode.textFrame, 'A relay takes binary frames only')
    })
    // What the page did wrong (1002, 1009, …) ws has told it by now.
    this.#page.on('error', () => this.#beginClosing())
    this.#page.on('close', () => {
      this.#state = 'closed'
      clearTimeout(this.#pageTimer)
      this.#stopWatching()
      this.#releaseTarget()
    })
  }

  #listenToTarget(): void {
    // one that was handed over has nothing more to say of its beginning
    if (this.#targetSocket.connecting) this.#targetSocket.on('connect', () => this.#onConnect())
    else process.nextTick(() => this.#onConnect())
    this.#targetSocket.on('data', (bytes) => {
      if (this.#state === 'open') this.#toPage.push(bytes)
      else this.#sweeper.note(bytes.length)
    })
    this.#targetSocket.on('end', () => {
      this.#flush(CloseCode.targetClosed, `${this.#destination.name} closed the connection`)
    })
    this.#targetSocket.on('error', (error) => {
      if (this.#state === 'dialling') {
        this.#refuse(dialFailure(this.#destination, error))
      } else {
        this.#flush(CloseCode.reset, `${this.#destination.name} reset the connection`)
      }
    })
    this.#targetSocket.on('close', () => clearTimeout(this.#targetTimer))
  }

  #onConnect(): void {
    clearTimeout(this.#dialTimer)
    if (this.#state !== 'dialling') return
    const misled = this.#destination.check(this.#targetSocket)
    if (misled !== null) {
      this.#refuse(misled)
      this.#targetSocket.destroy()
      return
    }
    this.#destination.dialled('connected')
    this.#state = 'open'
    const {
      remoteAddress = '',
      remotePort = 0,
      localAddress = '',
      localPort = 0,
    } = this.#targetSocket
    this.#page.send(
      JSON.stringify({
        type: 'open',
        id: this.id,
        target: this.#destination.name,
        remote: formatAddress(withoutMapping(remoteAddress), remotePort),
        local: formatAddress(withoutMapping(localAddress), localPort),
      }),
    )
  }

  #onDialTimeout(): void {
    this.#refuse(dialTimedOut(this.#destination))
    this.#targetSocket.destroy()
  }

  #onStall(side: 'page' | 'target'): void {
    const name = side === 'page' ? 'The page' : this.#destination.name
    this.close(CloseCode.stalled, `${name} has read nothing for ${this.#limits.stallTimeout} ms`)
  }

  /** The target's last bytes reach the page before its close frame does. */
  #flush(code: CloseCode, reason: string): void {
    if (this.#state !== 'open') return
    this.#state = 'flushing'
    this.#page.resume()
    this.#releaseTarget()
    this.#toPage.whenEmpty(() => this.close(code, reason))
  }

  /** What the page still sends is read and dropped, or its answering close frame stays unseen. */
  #beginClosing(): void {
    if (this.#state === 'closing' || this.#state === 'closed') return
    this.#state = 'closing'
    this.#page.resume()
    this.#pageTimer = setTimeout(() => this.#page.terminate(), this.#limits.pageCloseGrace)
    this.#stopWatching()
    this.#releaseTarget()
  }

  #stopWatching(): void {
    this.#stallWatch.stop()
    this.#heartbeat.stop()
    clearTimeout(this.#dialTimer)
  }

  /** Its queue, then a FIN; what it still sends is dropped. A target that stalls is destroyed. */
  #releaseTarget(): void {
    if (this.#targetTimer !== undefined || this.#targetSocket.destroyed) return
    this.#targetTimer = setTimeout(
      () => this.#targetSocket.destroy(),
      this.#limits.targetCloseGrace,
    )
    this.#toTarget.end()
    this.#targetSocket.resume()
  }

  async #untilOver(): Promise<RelaySummary> {
    const code = new Promise<number>((resolve) => this.#page.once('close', resolve))
    await new Promise<void>((resolve) => this.#targetSocket.once('close', () => resolve()))
    this.#destination.left()
    this.#pass.leave()
    return {
      id: this.id,
      target: this.#destination.name,
      code: await code,
      bytesToPage: this.#toPage.bytes,
      bytesToTarget: this.#toTarget.bytes,
    }
  }
}
