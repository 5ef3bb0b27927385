/** A port of the bridge's that nodes can dial: open as long as the WebSocket that tells of it. */

import type { ConnectionFailure } from '@v2scope/recording'
import { learnWhy } from './bridge-check.js'
import { type ControlFrame, readControlFrame } from './control-frame.js'
import type { RelaySocket, SessionEnvironment } from './environment.js'
import { closeFailure } from './relay-close.js'
import { OPEN_TIMEOUT_MS, type RelayWay, relayProtocols } from './relay-connection.js'
import type { ListeningStatus } from './status.js'

/** Who wants the next node. */
export interface NodeTaker {
  /** One has dialled. @param url of the relay to it, ws://…/accept/ID */
  readonly onNode: (url: string) => void
  /** None will come. */
  readonly onFailure: (failure: ConnectionFailure) => void
}

const NOTHING_SENT = { bytes: 0, hasSent: false }

type Waiting = Extract<ControlFrame, { type: 'inbound' }>

export class ListeningPort {
  readonly #environment: SessionEnvironment
  readonly #url: string
  readonly #onChange: () => void
  readonly #socket: RelaySocket
  readonly #cancelTimeout: () => void
  #address: string | undefined
  #waiting: readonly Waiting[] = []
  #missed = 0
  #taker: NodeTaker | undefined
  #isOver = false

  /** @param way with the url ws://…/listen @param onChange `status` has changed */
  constructor(environment: SessionEnvironment, { url, ticket }: RelayWay, onChange: () => void) {
    this.#environment = environment
    this.#url = url
    this.#onChange = onChange
    this.#cancelTimeout = environment.after(OPEN_TIMEOUT_MS, () => {
      const seconds = OPEN_TIMEOUT_MS / 1000
      const message = `The bridge has not opened a port within ${seconds} seconds, and has not said why.`
      this.#fail({ code: 'RELAY_SILENT', message })
    })
    this.#socket = environment.openSocket(url, relayProtocols(ticket), {
      onFrame: (data) => this.#onFrame(data),
      onClose: (code, reason) => this.#onClose(code, reason),
    })
  }

  /** Nobody can dial it any more. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Whether the next node that dials is taken. */
  get isAwaited(): boolean {
    return this.#taker !== undefined
  }

  get status(): ListeningStatus {
    return {
      ...(this.#address !== undefined && { address: this.#address }),
      waiting: this.#waiting.map(({ remote }) => remote),
      missed: this.#missed,
    }
  }

  /** Gives the taker the node that has waited longest, or the next that dials. */
  await(taker: NodeTaker): void {
    this.#taker = taker
    this.#missed = 0
    this.#give()
  }

  /** This one wants no node any more. */
  leave(taker: NodeTaker): void {
    if (this.#taker === taker) this.#taker = undefined
  }

  /** Closes it, and lets those go who wait. */
  close(): void {
    this.#end()
    this.#taker = undefined
    this.#socket.close()
  }

  #onFrame(data: string | ArrayBuffer): void {
    if (this.#isOver) return
    const frame = readControlFrame(data)
    switch (frame?.type) {
      case undefined: {
        const message = 'What answered as the bridge does not speak the relay’s protocol.'
        this.#fail({ code: 'RELAY_PROTOCOL', message })
        return
      }
      case 'listening':
        this.#cancelTimeout()
        this.#address = frame.address
        break
      case 'inbound':
        this.#waiting = [...this.#waiting, frame]
        this.#give()
        break
      case 'gone':
        this.#waiting = this.#waiting.filter(({ id }) => id !== frame.id)
        this.#missed += 1
        break
    }
    this.#onChange()
  }

  #give(): void {
    const [next, ...others] = this.#waiting
    if (!this.#taker || !next) return
    const { onNode } = this.#taker
    this.#taker = undefined
    this.#waiting = others
    onNode(new URL(`accept/${next.id}`, this.#url).href)
  }

  #onClose(code: number, reason: string): void {
    if (this.#isOver) return
    const wasOpen = this.#address !== undefined
    this.#end()
    this.#onChange()
    if (code !== 1006) {
      this.#tell(closeFailure(code, reason, NOTHING_SENT))
      return
    }
    void learnWhy(this.#environment, this.#url, wasOpen).then((failure) => this.#tell(failure))
  }

  #fail(failure: ConnectionFailure): void {
    this.#end()
    this.#socket.close()
    this.#tell(failure)
  }

  #tell(failure: ConnectionFailure): void {
    this.#taker?.onFailure(failure)
    this.#taker = undefined
  }

  #end(): void {
    this.#isOver = true
    this.#waiting = []
    this.#cancelTimeout()
  }
}
