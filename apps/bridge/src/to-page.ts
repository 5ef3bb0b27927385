import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { Gate } from './gate.js'
import type { Bounds } from './limits.js'
import type { Outlet } from './stall-watch.js'
import type { Sweeper } from './sweeper.js'

/** The target's bytes on their way to the page. A page that does not read stops the target. */
export class ToPage implements Outlet {
  readonly socket: Socket
  bytes = 0
  queued = 0
  settled = 0
  readonly #page: WebSocket
  readonly #target: Gate
  readonly #bounds: Bounds
  readonly #sweeper: Sweeper
  #onEmpty: (() => void) | null = null

  /** `socket` is the one under `page`. */
  constructor(page: WebSocket, socket: Socket, target: Gate, bounds: Bounds, sweeper: Sweeper) {
    this.#page = page
    this.socket = socket
    this.#target = target
    this.#bounds = bounds
    this.#sweeper = sweeper
  }

  push(bytes: Buffer): void {
    if (this.#page.readyState !== WebSocket.OPEN) return
    this.bytes += bytes.length
    this.#sweeper.note(bytes.length)
    this.queued++
    this.#page.send(bytes, this.#settle)
    if (this.#isAbove(this.#bounds.pageQueueHigh, this.#bounds.queuedWritesHigh)) {
      this.#target.hold('queue')
    }
  }

  /** Calls `onEmpty` once, when the last byte pushed has been handed to the system. */
  whenEmpty(onEmpty: () => void): void {
    if (this.queued === 0) onEmpty()
    else this.#onEmpty = onEmpty
  }

  #isAbove(bytes: number, writes: number): boolean {
    return this.#page.bufferedAmount > bytes || this.queued > writes
  }

  readonly #settle = (): void => {
    this.queued--
    this.settled++
    if (!this.#isAbove(this.#bounds.pageQueueLow, this.#bounds.queuedWritesLow)) {
      this.#target.release('queue')
    }
    if (this.queued === 0) {
      this.#onEmpty?.()
      this.#onEmpty = null
    }
  }
}
