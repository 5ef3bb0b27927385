import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Outlet } from '../stall-watch.js'

/** What a listening page is told, a text frame each. */
export type ControlFrame =
  /** HOST:PORT to dial. */
  | { readonly type: 'listening'; readonly address: string }
  /** A node has dialled, from `remote`; `/accept/ID` takes it. */
  | { readonly type: 'inbound'; readonly id: string; readonly remote: string }
  /** An inbound connection can't be taken any more. */
  | { readonly type: 'gone'; readonly id: string; readonly reason: string }

/** The way to a listening page. */
export class ControlFrames implements Outlet {
  readonly socket: Socket
  queued = 0
  settled = 0
  readonly #page: WebSocket

  /** `socket` is the one under `page`. */
  constructor(page: WebSocket, socket: Socket) {
    this.#page = page
    this.socket = socket
  }

  send(frame: ControlFrame): void {
    if (this.#page.readyState !== this.#page.OPEN) return
    this.queued++
    this.#page.send(JSON.stringify(frame), () => {
      this.queued--
      this.settled++
    })
  }
}
