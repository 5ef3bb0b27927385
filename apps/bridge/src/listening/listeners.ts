import { CloseCode } from '../close-codes.js'
import type { ConnectionLog } from '../connection-log.js'
import type { Destination } from '../destination.js'
import { endAtOnce } from '../ending.js'
import type { Bounds } from '../limits.js'
import { type Refusal, refuse } from '../refusal.js'
import { LISTENING_IS_OFF, type ListenAt, portIsBusy } from './listen-at.js'
import { Listener, type ListenerEnds } from './listener.js'

/** A port that may be opened for a page. */
export interface Port extends ListenAt {
  readonly kind: 'port'
}

/** All pages that want to be dialled. */
export class Listeners {
  readonly #open = new Set<Listener>()
  readonly #at: ListenAt | false
  readonly #bounds: Bounds
  readonly #log: ConnectionLog

  /** @param at `false`: nobody may listen */
  constructor(at: ListenAt | false, bounds: Bounds, log: ConnectionLog) {
    this.#at = at
    this.#bounds = bounds
    this.#log = log
  }

  get count(): number {
    return this.#open.size
  }

  /** The port that the next page would get. */
  port(): Port | Refusal {
    if (this.#at === false) return LISTENING_IS_OFF
    if (this.#at.port !== 0 && this.#open.size > 0) return portIsBusy(this.#at)
    return { kind: 'port', ...this.#at }
  }

  open(ends: ListenerEnds, port: Port): void {
    const listener = new Listener(ends, port, this.#bounds)
    const entry = { id: listener.id, from: ends.from }
    this.#open.add(listener)
    this.#log.opened('listener', entry)
    void listener.over.then((code) => {
      this.#open.delete(listener)
      this.#log.closed('listener', { ...entry, code })
    })
  }

  /** The inbound connection of this id, for the page that asks for it; there is no second time. */
  claim(id: string): Destination | Refusal {
    for (const listener of this.#open) {
      const inbound = listener.claim(id)
      if (inbound) return inbound.destination()
    }
    return refuse(
      CloseCode.inboundGone,
      'No inbound connection of this id waits: it is gone, or taken already',
    )
  }

  /** A port is for connections to come, so that none is kept for a while. */
  drain(): Promise<void> {
    return this.close()
  }

  close(): Promise<void> {
    return endAtOnce([...this.#open], this.#bounds.closeGrace)
  }
}
