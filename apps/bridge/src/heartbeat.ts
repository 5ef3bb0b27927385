import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Bounds } from './limits.js'

/**
 * Finds a page that has vanished. One that is not being read, because the target stalls, shows
 * neither its FIN nor its pongs: there a ping makes its system answer RST, which the next ping
 * meets. One whose network went away answers nothing: there missing pongs are counted, unless
 * the ping itself may still be queued.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout
  #missed = 0

  /** `socket` is the one under `page`. */
  constructor(page: WebSocket, socket: Socket, limits: Bounds) {
    page.on('pong', () => {
      this.#missed = 0
    })
    this.#timer = setInterval(() => {
      if (page.readyState !== page.OPEN) return
      const couldAnswer = !page.isPaused && socket.writableLength === 0
      if (!couldAnswer) this.#missed = 0
      else if (this.#missed++ === limits.maxMissedPongs) return page.terminate()
      page.ping()
    }, limits.pingInterval)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
