import type { Socket } from 'node:net'
import type { Gate } from './gate.js'
import type { Joiner } from './joiner.js'
import type { Bounds } from './limits.js'
import type { Outlet } from './stall-watch.js'
import type { Sweeper } from './sweeper.js'

/**
 * The page's bytes on their way to the target. A target that does not read stops the page.
 * Bytes pushed before the target has answered the dial wait in its socket, within the same bounds.
 */
export class ToTarget implements Outlet {
  readonly socket: Socket
  bytes = 0
  queued = 0
  settled = 0
  readonly #page: Gate
  readonly #bounds: Bounds
  readonly #sweeper: Sweeper
  readonly #joiner: Joiner
  #releaseTimer: NodeJS.Timeout | undefined

  constructor(target: Socket, page: Gate, bounds: Bounds, sweeper: Sweeper, joiner: Joiner) {
    this.socket = target
    this.#page = page
    this.#bounds = bounds
    this.#sweeper = sweeper
    this.#joiner = joiner
    target.on('drain', () => this.#page.release('queue'))
    target.on('close', () => clearTimeout(this.#releaseTimer))
  }

  /**
   * ws goes through what it has read to the end, paused or not: up to 10,000 frames of a byte.
   * They become one write, for speed, and because each write queued costs more than its byte.
   */
  push(bytes: Buffer): void {
    this.bytes += bytes.length
    this.#sweeper.note(bytes.length)
    if (bytes.length < this.#bounds.gatherBelow) {
      this.#joiner.add(bytes, this.#write)
    } else {
      this.#joiner.flush()
      this.#write(bytes)
    }
  }

  /** A FIN to the target after all that was pushed. One that stalls is destroyed in a while. */
  release(): void {
    if (this.#releaseTimer !== undefined || this.socket.destroyed) return
    const { targetCloseGrace } = this.#bounds
    this.#releaseTimer = setTimeout(() => this.socket.destroy(), targetCloseGrace)
    this.#joiner.flush()
    this.socket.end()
  }

  readonly #write = (bytes: Buffer): void => {
    this.queued++
    if (!this.socket.write(bytes, this.#settle)) this.#page.hold('queue')
  }

  readonly #settle = (): void => {
    this.queued--
    this.settled++
  }
}
