/** The worker's logic: the present session, the one before it, and what the page asks of them. */

import type { Connection, ConnectionHandlers } from './connection.js'
import { type FromWorker, SIMULATED, type ToWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import { RelayConnection } from './relay-connection.js'
import { Session } from './session.js'
import { SimulatedPair } from './simulated-pair.js'

type Start = Extract<ToWorker, { type: 'start' }>

export class SessionHost {
  readonly #environment: SessionEnvironment
  readonly #post: (message: FromWorker) => void
  #current: Session | undefined
  #previous: Session | undefined

  constructor(environment: SessionEnvironment, post: (message: FromWorker) => void) {
    this.#environment = environment
    this.#post = post
  }

  handle(message: ToWorker): void {
    switch (message.type) {
      case 'start':
        this.#start(message)
        break
      case 'stop':
        this.#current?.stop()
        break
      case 'detail': {
        const { session, seq } = message
        const detail = this.#find(session)?.detail(seq)
        this.#post({ type: 'detail', session, seq, detail })
        break
      }
      default:
        this.#current?.run(message)
    }
  }

  #start(message: Start): void {
    this.#current?.stop()
    this.#previous = this.#current
    this.#current = new Session({
      id: message.session,
      settings: message.settings,
      environment: this.#environment,
      connect: (handlers) => this.#connect(message, handlers),
      post: this.#post,
    })
    this.#current.start()
  }

  #connect({ settings, relayUrl }: Start, handlers: ConnectionHandlers): Connection {
    if (settings.peer === SIMULATED) {
      return new SimulatedPair(this.#environment, settings, handlers)
    }
    return new RelayConnection(this.#environment, relayUrl, handlers)
  }

  #find(session: number): Session | undefined {
    return [this.#current, this.#previous].find((candidate) => candidate?.id === session)
  }
}
