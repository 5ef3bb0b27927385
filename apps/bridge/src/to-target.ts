import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
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
  readonly #page: WebSocket
  readonly #limits: Bounds
  readonly #sweeper: Sweeper
  /** The small frames of this tick, as far as `#gathered`. */
  readonly #scratch: Buffer
  #gathered = 0

  constructor(page: WebSocket, target: Socket, limits: Bounds, sweeper: Sweeper) {
    this.#page = page
    this.socket = target
    this.#limits = limits
    this.#sweeper = sweeper
    this.#scratch = Buffer.allocUnsafe(limits.gatherSize)
    target.on('drain', () => this.#page.resume())
  }

  push(bytes: Buffer): void {
    this.bytes += bytes.length
    this.#sweeper.note(bytes.length)
    if (bytes.length < this.#limits.gatherBelow) {
      this.#gather(bytes)
    } else {
      this.#flush()
      this.#write(bytes)
    }
  }

  /** A FIN to the target after all that was pushed. */
  end(): void {
    this.#flush()
    this.socket.end()
  }

  /**
   * ws goes through what it has read to the end, paused or not: up to 10,000 frames of a byte.
   * They become one write, for speed, and because each write queued costs more than its byte.
   */
  #gather(bytes: Buffer): void {
    if (this.#gathered + bytes.length > this.#scratch.length) this.#flush()
    if (this.#gathered === 0) process.nextTick(() => this.#flush())
    this.#gathered += bytes.copy(this.#scratch, this.#gathered)
  }

  #flush(): void {
    if (this.#gathered === 0) return
    this.#write(Buffer.from(this.#scratch.subarray(0, this.#gathered)))
    this.#gathered = 0
  }

  #write(bytes: Buffer): void {
    this.queued++
    if (!this.socket.write(bytes, this.#settle)) this.#page.pause()
  }

  readonly #settle = (): void => {
    this.queued--
    this.settled++
  }
}
