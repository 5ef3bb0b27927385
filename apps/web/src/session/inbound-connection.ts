/** The connection of the next node that dials us: taken from a port of the bridge's, then a relay. */

import type { Connection, ConnectionHandlers } from '@v2scope/recording'
import type { SessionEnvironment } from './environment.js'
import type { ListeningPort, NodeTaker } from './listening-port.js'
import { RelayConnection } from './relay-connection.js'
import type { RelayStatus } from './status.js'

/** Another has been quicker, or it has waited too long. */
const GONE = 'RELAY_4410'

/** Where nodes are to be had. */
export interface InboundWay {
  readonly port: ListeningPort
  /** For the relay to the node. */
  readonly ticket: string | undefined
}

export class InboundConnection implements Connection {
  readonly peerReportedSessionId = undefined
  readonly #environment: SessionEnvironment
  readonly #way: InboundWay
  readonly #handlers: ConnectionHandlers
  readonly #taker: NodeTaker
  #relay: RelayConnection | undefined

  constructor(environment: SessionEnvironment, way: InboundWay, handlers: ConnectionHandlers) {
    this.#environment = environment
    this.#way = way
    this.#handlers = handlers
    this.#taker = { onNode: (url) => this.#take(url), onFailure: handlers.onFailure }
  }

  get status(): RelayStatus | undefined {
    return this.#relay?.status
  }

  get backlog(): number {
    return this.#relay?.backlog ?? 0
  }

  open(): void {
    this.#way.port.await(this.#taker)
  }

  send(bytes: Uint8Array): void {
    this.#relay?.send(bytes)
  }

  close(): void {
    this.#way.port.leave(this.#taker)
    this.#relay?.close()
  }

  #take(url: string): void {
    const { ticket } = this.#way
    this.#relay = new RelayConnection(
      this.#environment,
      { url, ticket },
      {
        ...this.#handlers,
        onFailure: (failure) => {
          if (failure.code === GONE) this.open()
          else this.#handlers.onFailure(failure)
        },
      },
    )
    this.#relay.open()
  }
}
