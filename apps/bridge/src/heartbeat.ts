import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Bounds } from './limits.js'

type Page = Pick<WebSocket, 'readyState' | 'OPEN' | 'isPaused' | 'ping'>
type PageSocket = Pick<Socket, 'bytesRead' | 'writableLength'>
/** How often it has been kept from being read so far. */
type Held = { readonly shuts: number }

/**
 * Finds a page that has vanished. One that is not being read, because the target stalls, shows
 * neither its FIN nor its pongs: there a ping makes its system answer RST, which the next ping
 * meets. One whose network went away sends nothing: there rounds without a byte are counted, unless
 * a pong may wait to be read, or the ping to be sent.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout
  #missed = 0
  #bytesSeen = 0
  #shutsSeen = 0

  /**
   * @param socket the one under `page`
   * @param held what may keep the page from being read
   */
  constructor(
    page: Page,
    socket: PageSocket,
    bounds: Pick<Bounds, 'pingInterval' | 'maxMissedPongs'>,
    onVanished: () => void,
    held: Held = { shuts: 0 },
  ) {
    this.#timer = setInterval(() => {
      if (page.readyState !== page.OPEN) return
      if (this.#couldBeHeard(page, socket, held)) this.#missed++
      else this.#missed = 0
      if (this.#missed >= bounds.maxMissedPongs) onVanished()
      else page.ping()
    }, bounds.pingInterval)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Whether the page could have been heard since the last ping, and was not. */
  #couldBeHeard(page: Page, socket: PageSocket, held: Held): boolean {
    const wasRead = !page.isPaused && held.shuts === this.#shutsSeen
    const isSilent = socket.bytesRead === this.#bytesSeen
    this.#shutsSeen = held.shuts
    this.#bytesSeen = socket.bytesRead
    return isSilent && wasRead && socket.writableLength === 0
  }
}
