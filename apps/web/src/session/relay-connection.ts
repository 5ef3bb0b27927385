/** A TCP connection to the peer, through the bridge's relay: bytes in binary frames, both ways. */

import type { Connection, ConnectionFailure, ConnectionHandlers } from '@v2scope/recording'
import { learnWhy } from './bridge-check.js'
import type { RelaySocket, SessionEnvironment } from './environment.js'
import { closeInWords, isPeersEnd } from './relay-close.js'

export const RELAY_PROTOCOL = 'v2scope.relay.1'
/** Larger output goes in several frames, so that the bridge need not hold more; in bytes. */
const MAX_FRAME = 64 * 1024
/** For the bridge to say that the relay is open, or why not; it gives up dialling well before. */
export const OPEN_TIMEOUT_MS = 30_000

type State = 'waiting' | 'open' | 'over'

export class RelayConnection implements Connection {
  readonly peerReportedSessionId = undefined
  readonly #environment: SessionEnvironment
  readonly #url: string
  readonly #handlers: ConnectionHandlers
  #socket: RelaySocket | undefined
  #state: State = 'waiting'
  #cancelTimeout: (() => void) | undefined

  /** @param url ws://…/relay/NAME */
  constructor(environment: SessionEnvironment, url: string, handlers: ConnectionHandlers) {
    this.#environment = environment
    this.#url = url
    this.#handlers = handlers
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
    this.#socket = this.#environment.openSocket(this.#url, RELAY_PROTOCOL, {
      onFrame: (data) => this.#onFrame(data),
      onClose: (code, reason) => this.#onClose(code, reason),
    })
  }

  send(bytes: Uint8Array): void {
    if (this.#state !== 'open') return
    for (let at = 0; at < bytes.length; at += MAX_FRAME) {
      this.#socket?.send(bytes.subarray(at, at + MAX_FRAME))
    }
  }

  close(): void {
    this.#state = 'over'
    this.#cancelTimeout?.()
    this.#socket?.close()
  }

  #onFrame(data: string | ArrayBuffer): void {
    if (this.#state === 'over') return
    if (this.#state === 'open' && typeof data !== 'string') {
      this.#handlers.onBytes(new Uint8Array(data))
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
    this.#handlers.onOpen(opening)
  }

  #onClose(code: number, reason: string): void {
    if (this.#state === 'over') return
    const wasOpen = this.#state === 'open'
    this.#state = 'over'
    this.#cancelTimeout?.()
    if (wasOpen && isPeersEnd(code)) {
      this.#handlers.onEnd()
    } else if (code === 1006) {
      void learnWhy(this.#environment, this.#url, wasOpen).then((failure) =>
        this.#handlers.onFailure(failure),
      )
    } else {
      this.#handlers.onFailure({ code: `RELAY_${code}`, message: closeInWords(code, reason) })
    }
  }

  #fail(failure: ConnectionFailure): void {
    this.close()
    this.#handlers.onFailure(failure)
  }
}

/** The first frame: `{"type":"open","id","target","remote","local"}`; undefined if it is none. */
function readOpening(
  data: string | ArrayBuffer,
): { readonly local?: string; readonly remote?: string } | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const frame: unknown = JSON.parse(data)
    if (typeof frame !== 'object' || frame === null) return undefined
    if (!('type' in frame) || frame.type !== 'open') return undefined
    return {
      ...('local' in frame && typeof frame.local === 'string' && { local: frame.local }),
      ...('remote' in frame && typeof frame.remote === 'string' && { remote: frame.remote }),
    }
  } catch {
    return undefined
  }
}
