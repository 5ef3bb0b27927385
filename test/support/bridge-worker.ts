/** The logic of the page's worker in Node, on a real bridge: its WebSockets are those of `ws`. */
import type { LabCommand, LabPlan } from '@v2scope/lab'
import { INBOUND, type SessionSettings } from '@v2scope/recording'
import { WebSocket } from 'ws'
import { networkNamed } from '../../apps/web/src/session/address.js'
import type {
  RelaySocketHandlers,
  SessionEnvironment,
} from '../../apps/web/src/session/environment.js'
import { lazyCode } from '../../apps/web/src/session/lazy-code.js'
import { SessionHost } from '../../apps/web/src/session/session-host.js'
import type { SessionStatus } from '../../apps/web/src/session/status.js'
import { relayUrl } from '../../apps/web/src/session/targets.js'
import { randomBytes } from './tcp-peer.js'

export class BridgeWorker {
  readonly #base: string
  readonly #host: SessionHost
  readonly #sockets = new Set<WebSocket>()
  #status: SessionStatus | undefined
  #lastId = 0

  /** @param base the address of the bridge */
  constructor(base: string) {
    this.#base = base
    this.#host = new SessionHost({
      environment: this.#environment(),
      code: lazyCode,
      post: (message) => {
        if (message.type === 'batch' && message.session === this.#lastId) {
          this.#status = message.status
        }
      },
    })
  }

  /** Of the latest session; undefined before anything was said of it. */
  get status(): SessionStatus | undefined {
    return this.#status
  }

  /** Waits for a node to dial. @param lab what the Lab does to the session */
  listen(settings: Partial<SessionSettings> = {}, hold = false, lab?: LabPlan): void {
    this.#start({ peer: INBOUND, role: 'responder', ...settings }, hold, lab)
  }

  /** Dials a target of the bridge. @param lab what the Lab does to the session */
  dial(peer: string, settings: Partial<SessionSettings> = {}, lab?: LabPlan): void {
    this.#start({ peer, role: 'initiator', ...settings }, false, lab)
  }

  #start(
    settings: Pick<SessionSettings, 'peer' | 'role'> & Partial<SessionSettings>,
    hold: boolean,
    lab?: LabPlan,
  ): void {
    this.#status = undefined
    this.#lastId += 1
    this.#host.handle({
      type: 'start',
      session: this.#lastId,
      settings: {
        ...networkNamed('regtest'),
        garbage: undefined,
        decoys: 0,
        transport: 'v2',
        ...settings,
      },
      relayUrl: relayUrl(this.#base, settings.peer),
      hold,
      ...(lab && { lab }),
    })
  }

  /** Asks the Lab for something in the session. */
  lab(command: LabCommand): void {
    this.#host.handle({ type: 'lab', command })
  }

  /** Ends the session from our side. */
  stop(): void {
    this.#host.handle({ type: 'stop' })
  }

  /** Ends everything at once. */
  destroy(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  #environment(): SessionEnvironment {
    return {
      now: () => performance.now(),
      unixTime: () => Date.now() / 1000,
      random: randomBytes,
      after: (ms, action) => {
        const timer = setTimeout(action, ms)
        return () => clearTimeout(timer)
      },
      soon: setImmediate,
      openSocket: (url, protocols, handlers) => this.#open(url, protocols, handlers),
      get: async (url) => {
        const response = await fetch(url)
        return { status: response.status, text: await response.text() }
      },
    }
  }

  #open(url: string, protocols: readonly string[], handlers: RelaySocketHandlers) {
    const { origin } = new URL(this.#base)
    const socket = new WebSocket(url, [...protocols], { origin, perMessageDeflate: false })
    this.#sockets.add(socket)
    socket.on('error', () => {})
    socket.on('message', (data: Buffer, isBinary) =>
      handlers.onFrame(isBinary ? Uint8Array.from(data).buffer : data.toString()),
    )
    socket.on('close', (code, reason) => {
      this.#sockets.delete(socket)
      handlers.onClose(code, reason.toString())
    })
    return {
      get bufferedAmount() {
        return socket.bufferedAmount
      },
      send: (bytes: Uint8Array) => socket.send(bytes.slice()),
      close: () => socket.close(),
    }
  }
}
