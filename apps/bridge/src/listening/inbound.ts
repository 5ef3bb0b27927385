import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Destination } from '../destination.js'
import { formatAddress, withoutMapping } from '../targets.js'

/** In the log, in the `open` frame and in reasons, whoever has dialled. */
const NAME = 'inbound'

/** 128 bits: who knows it may take the connection, and it is told to one page only. */
const ID_BYTES = 16

/** A TCP connection that a node has made, of which nothing is read before a page takes it. */
export class Inbound {
  /** 32 hex digits. */
  readonly id = randomBytes(ID_BYTES).toString('hex')
  /** HOST:PORT of the node. */
  readonly remote: string
  readonly #socket: Socket
  readonly #timer: NodeJS.Timeout

  /** @param patience ms until `onGone`, unless it is taken before */
  constructor(socket: Socket, patience: number, onGone: () => void) {
    this.#socket = socket
    const { remoteAddress = '', remotePort = 0 } = socket
    this.remote = formatAddress(withoutMapping(remoteAddress), remotePort)
    socket.on('error', () => socket.destroy())
    this.#timer = setTimeout(() => {
      this.drop()
      onGone()
    }, patience)
  }

  /** Nobody is to have it. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#socket.destroy()
  }

  /** For the one page that takes it. */
  destination(): Destination {
    return {
      kind: 'destination',
      name: NAME,
      address: this.remote,
      connect: () => {
        clearTimeout(this.#timer)
        return this.#socket.resume()
      },
      check: () => null,
      dialled: () => undefined,
      left: () => this.drop(),
    }
  }
}
