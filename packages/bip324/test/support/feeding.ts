/** Feeding a transport, and keeping what it said. */

import { expect } from 'vitest'
import {
  concatBytes,
  type RemoteErrorCode,
  RemoteProtocolError,
  type TransportEvent,
  type V2Transport,
} from '../../src/index.js'

/** What a transport made of what it was given. */
export class Observed {
  readonly events: TransportEvent[] = []
  error: RemoteProtocolError | undefined
  readonly #received: Uint8Array[] = []
  #refused = 0
  readonly #transport: V2Transport

  constructor(transport: V2Transport) {
    this.#transport = transport
  }

  /** All bytes that the transport took, the call that failed included. */
  get received(): Uint8Array {
    return concatBytes(...this.#received)
  }

  get code(): RemoteErrorCode | undefined {
    return this.error?.code
  }

  /** What was delivered, in short: types of messages; `decoy`, `rejected` and so on for the others. */
  get heard(): string[] {
    return this.events.map((event) => (event.type === 'message' ? event.messageType : event.type))
  }

  /** Gives the pieces one by one. After an error each must be refused in the same way. */
  feed(...pieces: readonly Uint8Array[]): this {
    for (const piece of pieces) {
      if (this.error) {
        // each throw costs a stack: some of them are enough
        if (this.#refused++ < 20) this.#mustBeRefused(piece)
      } else this.#take(() => this.#transport.receive(piece), piece)
    }
    return this
  }

  /** The peer closes. */
  end(): this {
    if (!this.error) this.#take(() => this.#transport.receiveEnd())
    return this
  }

  /** The time for the handshake is over. */
  expire(): this {
    if (!this.error) this.#take(() => this.#transport.expire())
    return this
  }

  // biome-ignore lint/suspicious/noConfusingVoidType: what receiveEnd and expire give
  #take(call: () => TransportEvent[] | void, piece?: Uint8Array): void {
    if (piece) this.#received.push(piece)
    try {
      this.events.push(...(call() ?? []))
    } catch (error) {
      if (!(error instanceof RemoteProtocolError)) throw error
      this.events.push(...error.events)
      this.error = error
    }
  }

  #mustBeRefused(piece: Uint8Array): void {
    try {
      this.#transport.receive(piece)
    } catch (error) {
      if (!(error instanceof RemoteProtocolError)) throw error
      expect({ code: error.code, events: error.events }).toEqual({ code: this.code, events: [] })
      return
    }
    expect.fail('a transport that had failed received')
  }
}
