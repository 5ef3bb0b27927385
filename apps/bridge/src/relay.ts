import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { CloseCode, fitReason } from './close-codes.js'
import type { Destination } from './destination.js'
import { connectionLost, dialFailure, dialTimedOut } from './dial-failure.js'
import { Gate } from './gate.js'
import { Meter } from './meter.js'
import { openFrame } from './open-frame.js'
import { type PageFault, pageFault } from './page-fault.js'
import type { Pass } from './pass.js'
import { type Refusal, refuse } from './refusal.js'
import type { RelayCommons, RelayEnds, RelaySummary } from './relay-parts.js'
import { RelayWatch } from './relay-watch.js'
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

/** One page, one target, and the bytes between them, of which nothing is kept or read. */
export class Relay {
  readonly id = randomBytes(8).toString('hex')
  /** Resolves when both sockets are gone; never rejects. */
  readonly over: Promise<RelaySummary>
  readonly #page: WebSocket
  readonly #destination: Destination
  readonly #pass: Pass
  readonly #targetSocket: Socket
  readonly #commons: RelayCommons
  readonly #pageGate: Gate
  readonly #targetGate: Gate
  readonly #toPage: ToPage
  readonly #toTarget: ToTarget
  readonly #meter: Meter
  readonly #watch: RelayWatch
  #dialTimer: NodeJS.Timeout | undefined
  #state: RelayState = 'dialling'
  #why: Refusal | PageFault | null = null
  readonly #startedAt = performance.now()

  constructor({ page, pageSocket, destination, pass }: RelayEnds, commons: RelayCommons) {
    const { bounds, sweeper, joiner } = commons
    this.#page = page
    this.#destination = destination
    this.#pass = pass
    this.#commons = commons
    this.#targetSocket = destination.connect()
    this.#pageGate = new Gate(page)
    this.#targetGate = new Gate(this.#targetSocket)
    this.#toPage = new ToPage(page, pageSocket, this.#targetGate, bounds, sweeper)
    this.#toTarget = new ToTarget(this.#targetSocket, this.#pageGate, bounds, sweeper, joiner)
    this.#meter = new Meter(bounds, pass, [this.#pageGate, this.#targetGate])
    this.#watch = new RelayWatch(
      {
        page,
        pageSocket,
        pageGate: this.#pageGate,
        targetName: destination.name,
        toPage: this.#toPage,
        toTarget: this.#toTarget,
      },
      bounds,
      { over: (why) => this.close(why), vanished: () => this.#onVanished() },
    )
    this.#dialTimer = setTimeout(() => this.#onDialTimeout(), bounds.dialTimeout)
    this.#listenToPage(pageSocket)
    this.#listenToTarget()
    this.over = this.#untilOver()
  }

  /** Ends both sides: the page by a close frame that says why, the target by a FIN. */
  close(why: Refusal): void {
    if (this.#state === 'closing' || this.#state === 'closed') return
    this.#why = why
    this.#page.close(why.code, fitReason(why.reason))
    this.#beginClosing()
  }

  /** Ends both sides at once, and says nothing. */
  destroy(): void {
    this.#page.terminate()
    this.#targetSocket.destroy()
  }

  #listenToPage(pageSocket: Socket): void {
    this.#page.on('message', (bytes: Buffer, isBinary: boolean) => {
      if (this.#state !== 'dialling' && this.#state !== 'open') return this.#drop(bytes)
      if (isBinary) return this.#carry(bytes, 'page')
      this.close(refuse(CloseCode.textFrame, 'A relay takes binary frames only'))
    })
    // What the page did wrong (1002, 1009, …) ws has told it by now.
    this.#page.on('error', (error) => {
      this.#why ??= pageFault(error)
      this.#beginClosing()
    })
    // of which ws says no more than that it closed
    pageSocket.on('error', (error) => {
      this.#why ??= pageFault(error)
    })
    this.#page.on('close', () => {
      this.#state = 'closed'
      this.#stopWatching()
      this.#releaseTarget()
    })
  }

  #listenToTarget(): void {
    // one that was handed over has nothing more to say of its beginning
    if (this.#targetSocket.connecting) this.#targetSocket.on('connect', () => this.#onConnect())
    else process.nextTick(() => this.#onConnect())
    this.#targetSocket.on('data', (bytes) => {
      if (this.#state === 'open') this.#carry(bytes, 'target')
      else this.#drop(bytes)
    })
    this.#targetSocket.on('end', () => {
      this.#flush(refuse(CloseCode.targetClosed, `${this.#destination.name} closed the connection`))
    })
    this.#targetSocket.on('error', (error) => {
      if (this.#state === 'dialling') this.#refuse(dialFailure(this.#destination, error))
      else this.#flush(connectionLost(this.#destination, error))
    })
  }

  #onConnect(): void {
    clearTimeout(this.#dialTimer)
    this.#dialTimer = undefined
    if (this.#state !== 'dialling') return
    const misled = this.#destination.check(this.#targetSocket)
    if (misled !== null) {
      this.#refuse(misled)
      this.#targetSocket.destroy()
      return
    }
    this.#destination.dialled('connected')
    this.#state = 'open'
    this.#watch.opened(this.#toTarget.bytes > 0)
    this.#page.send(
      openFrame(this.id, this.#destination.name, this.#targetSocket, this.#commons.bounds),
    )
  }

  #onDialTimeout(): void {
    this.#refuse(dialTimedOut(this.#destination))
    this.#targetSocket.destroy()
  }

  #onVanished(): void {
    this.#why ??= { code: 1006, reason: 'The page has answered no ping' }
    this.#page.terminate()
  }

  #refuse(why: Refusal): void {
    this.#destination.dialled('failed')
    this.close(why)
  }

  #carry(bytes: Buffer, from: 'page' | 'target'): void {
    this.#watch.note(from)
    const usedUp = this.#meter.spend(bytes.length)
    if (usedUp !== null) this.close(usedUp)
    else if (from === 'page') this.#toTarget.push(bytes)
    else this.#toPage.push(bytes)
  }

  #drop(bytes: Buffer): void {
    this.#commons.sweeper.note(bytes.length)
  }

  /** The target's last bytes reach the page before its close frame does. */
  #flush(why: Refusal): void {
    if (this.#state !== 'open') return
    this.#state = 'flushing'
    this.#pageGate.openForGood()
    this.#releaseTarget()
    this.#toPage.whenEmpty(() => this.close(why))
  }

  /** What the page still sends is read and dropped, or its answering close frame stays unseen. */
  #beginClosing(): void {
    if (this.#state === 'closing' || this.#state === 'closed') return
    this.#state = 'closing'
    this.#pageGate.openForGood()
    this.#stopWatching()
    this.#releaseTarget()
  }

  #stopWatching(): void {
    this.#watch.stop()
    this.#meter.stop()
    clearTimeout(this.#dialTimer)
  }

  /** What it still sends is dropped. */
  #releaseTarget(): void {
    this.#toTarget.release()
    this.#targetGate.openForGood()
  }

  async #untilOver(): Promise<RelaySummary> {
    const code = new Promise<number>((resolve) => this.#page.once('close', resolve))
    await new Promise<void>((resolve) => this.#targetSocket.once('close', () => resolve()))
    this.#destination.left()
    const pageCode = await code
    this.#pass.leave()
    return {
      code: this.#why?.code ?? pageCode,
      reason: this.#why?.reason,
      bytesToPage: this.#toPage.bytes,
      bytesToTarget: this.#toTarget.bytes,
      duration: Math.round(performance.now() - this.#startedAt),
    }
  }
}
