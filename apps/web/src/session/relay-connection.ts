/** A TCP connection to the peer, through the bridge's relay: bytes in binary frames, both ways. */

import type { Connection, ConnectionFailure, ConnectionHandlers } from '@v2scope/recording'
import { learnWhy } from './bridge-check.js'
import type { RelaySocket, SessionEnvironment } from './environment.js'
import { Inbox } from './inbox.js'
import { closeFailure, isPeersEnd } from './relay-close.js'
import { readOpening } from './relay-opening.js'
import type { RelayStatus } from './status.js'

export const RELAY_PROTOCOL = 'v2scope.relay.1'
/** Larger output goes in several frames, so that the bridge need not hold more; in bytes. */
const MAX_FRAME = 64 * 1024
/** For the bridge to say that the relay is open, or why not; it gives up dialling well before. */
export const OPEN_TIMEOUT_MS = 30_000

const SECOND = 1000

/** What a browser offers a bridge: a ticket goes here, and never into an address. */
export const relayProtocols = (ticket: string | undefined): readonly string[] =>
  ticket === undefined ? [RELAY_PROTOCOL] : [RELAY_PROTOCOL, `ticket.${ticket}`]

/** Where a relay is to be had. */
export interface RelayWay {
  /** ws://…/relay/NAME */
  readonly url: string
  readonly ticket: string | undefined
}

type State = 'waiting' | 'open' | 'over'

export class RelayConnection implements Connection {
  readonly peerReportedSessionId = undefined
  readonly #environment: SessionEnvironment
  readonly #way: RelayWay
  readonly #handlers: ConnectionHandlers
  readonly #inbox: Inbox
  #socket: RelaySocket | undefined
  #state: State = 'waiting'
  /** What is known of it but for the bytes, which are counted with every frame. */
  #status: Omit<RelayStatus, 'bytes'> = { hasSent: false }
  #bytes = 0
  #cancelTimeout: (() => void) | undefined

  constructor(environment: SessionEnvironment, way: RelayWay, handlers: ConnectionHandlers) {
    this.#environment = environment
    this.#way = way
    this.#handlers = handlers
    this.#inbox = new Inbox(environment, (bytes) => handlers.onBytes(bytes))
  }

  get status(): RelayStatus {
    return { ...this.#status, bytes: this.#bytes }
  }

  get backlog(): number {
    return this.#socket?.bufferedAmount ?? 0
  }

  open(): void {
    this.#cancelTimeout = this.#environment.after(OPEN_TIMEOUT_MS, () => {
      const seconds = OPEN_TIMEOUT_MS / 1000
      const message = `The bridge has not opened a connection to the peer within ${seconds} seconds, and has not said why.`
      this.#fail({ code: 'RELAY_SILENT', message })
    })
    const { url, ticket } = this.#way
    this.#socket = this.#environment.openSocket(url, relayProtocols(ticket), {
      onFrame: (data) => this.#onFrame(data),
      onClose: (code, reason) => this.#onClose(code, reason),
    })
  }

  send(bytes: Uint8Array): void {
    if (this.#state !== 'open' || bytes.length === 0) return
    this.#bytes += bytes.length
    if (!this.#status.hasSent) this.#status = { ...this.#status, hasSent: true }
    for (let at = 0; at < bytes.length; at += MAX_FRAME) {
      this.#socket?.send(bytes.subarray(at, at + MAX_FRAME))
    }
  }

  close(): void {
    this.#state = 'over'
    this.#inbox.drop()
    this.#cancelTimeout?.()
    this.#socket?.close()
  }

  #onFrame(data: string | ArrayBuffer): void {
    if (this.#state === 'over') return
    if (this.#state === 'open' && typeof data !== 'string') {
      this.#bytes += data.byteLength
      this.#inbox.put(new Uint8Array(data))
      return
    }
    const opening = this.#state === 'waiting' ? readOpening(data) : undefined
    if (!opening) {
      const message = 'What answered as the bridge does not speak the relay’s protocol.'
      this.#fail({ code: 'RELAY_PROTOCOL', message })
      return
    }
    this.#state = 'open'
    this.#cancelTimeout?.()
    const { bounds, ...addresses } = opening
    const openedAt = this.#environment.unixTime() * SECOND
    this.#status = { ...this.#status, openedAt, ...(bounds && { bounds }) }
    this.#handlers.onOpen(addresses)
  }

  /** What the peer sent before is read first. */
  #onClose(code: number, reason: string): void {
    this.#inbox.end(() => this.#close(code, reason))
  }

  #close(code: number, reason: string): void {
    if (this.#state === 'over') return
    const wasOpen = this.#state === 'open'
    this.#state = 'over'
    this.#cancelTimeout?.()
    this.#status = { ...this.#status, closeCode: code }
    if (wasOpen && isPeersEnd(code)) {
      this.#handlers.onEnd()
    } else if (code === 1006) {
      void learnWhy(this.#environment, this.#way.url, wasOpen).then((failure) =>
        this.#handlers.onFailure(failure),
      )
    } else {
      this.#handlers.onFailure(closeFailure(code, reason, this.status))
    }
  }

  #fail(failure: ConnectionFailure): void {
    this.close()
    this.#handlers.onFailure(failure)
  }
}
