import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { CloseCode } from './close-codes.js'
import type { Gate } from './gate.js'
import { Heartbeat } from './heartbeat.js'
import { Lifespan } from './lifespan.js'
import type { Bounds } from './limits.js'
import { timeInWords } from './measures.js'
import { type Refusal, refuse } from './refusal.js'
import { StallWatch } from './stall-watch.js'
import type { ToPage } from './to-page.js'
import type { ToTarget } from './to-target.js'

/** What is watched. */
export interface Watched {
  readonly page: WebSocket
  /** The one under `page`. */
  readonly pageSocket: Socket
  readonly pageGate: Gate
  /** In the words that the page reads. */
  readonly targetName: string
  readonly toPage: ToPage
  readonly toTarget: ToTarget
}

export interface WatchEvents {
  /** The relay must not go on. */
  over(why: Refusal): void
  /** The page is not there any more, to be told anything. */
  vanished(): void
}

/** Everything that ends a relay without anybody's saying so. */
export class RelayWatch {
  readonly #bounds: Bounds
  readonly #events: WatchEvents
  readonly #stall: StallWatch
  readonly #heartbeat: Heartbeat
  #lifespan: Lifespan | null = null

  constructor(watched: Watched, bounds: Bounds, events: WatchEvents) {
    const { page, pageSocket, pageGate, targetName, toPage, toTarget } = watched
    this.#bounds = bounds
    this.#events = events
    this.#stall = new StallWatch([toPage, toTarget], bounds.stallTimeout, (outlet) => {
      const who = outlet === toPage ? 'The page' : targetName
      const time = timeInWords(bounds.stallTimeout)
      events.over(refuse(CloseCode.stalled, `${who} has read nothing for ${time}`))
    })
    this.#heartbeat = new Heartbeat(page, pageSocket, bounds, () => events.vanished(), pageGate)
  }

  /** The dial has been answered. */
  opened(pageHasSpoken: boolean): void {
    this.#lifespan = new Lifespan(this.#bounds, pageHasSpoken, (why) => this.#events.over(why))
  }

  /** Some byte has come from there. */
  note(from: 'page' | 'target'): void {
    this.#lifespan?.note(from)
  }

  stop(): void {
    this.#stall.stop()
    this.#heartbeat.stop()
    this.#lifespan?.stop()
  }
}
