/** Sessions of real peers who say what is in bursts, each of one class. */

import type { InventoryItem, Message } from '@v2scope/messages'
import { seededRandom, VirtualWorld } from '@v2scope/recording/simulation'
import type { Steps } from '../steps.js'
import { BurstMessages } from './burst-messages.js'
import { PeerPair, type Side } from './peer-pair.js'
import type { Burst, SessionTrace } from './session-trace.js'
import { BURST_CLASSES, type BurstClass } from './traffic-study.js'

/** Of each hundred bursts, in the order of `BURST_CLASSES`: a node is offered much that it has. */
const SHARES = [15, 40, 25, 8, 12] as const
const ALL_SHARES = 100
/** From the beginning of one burst to that of the next, in ms; more than `WINDOW_MS`. */
const LEAST_GAP_MS = 1000
const MOST_GAP_MS = 2000
/** After the beginning of the last burst: what shaping has kept waiting gets its time. */
const QUIET_MS = 10_000
/** What is looked at of a burst: it is over by then. */
export const WINDOW_MS = 800
/** Until a message is answered, at most, in ms. */
const MOST_THOUGHT_MS = 20
/** One announcement in so many is ours: the peer has more neighbours. */
const TOLD_BY_US = 4
const MOST_INV = 35
const MOST_TX = 3
/** Between two looks at the clock of whoever runs this: some ms of work. */
const EVENTS_AT_ONCE = 4

/** @param bursts how many there are in it */
export function* simulateTraffic(seed: string, bursts: number): Steps<SessionTrace> {
  const world = new VirtualWorld(seed)
  const talk = new Talk(world, seed)
  yield* happen(world, () => talk.isReady)
  talk.plan(bursts)
  yield* happen(world, () => false)
  return talk.trace()
}

function* happen(world: VirtualWorld, isEnough: () => boolean): Generator<number, void> {
  for (let events = 1; world.next !== undefined && !isEnough(); events += 1) {
    world.advanceTo(world.next)
    if (events % EVENTS_AT_ONCE === 0) yield 0
  }
}

class Talk {
  readonly #world: VirtualWorld
  readonly #pair: PeerPair
  readonly #messages: BurstMessages
  readonly #bursts: Burst[] = []
  #startedAt = 0
  #end = 0
  /** What is being spoken of. */
  #burst: BurstClass = 'ping'

  constructor(world: VirtualWorld, seed: string) {
    this.#world = world
    this.#messages = new BurstMessages(seededRandom(`${seed}: messages`))
    this.#pair = new PeerPair(world, (side, message) => this.#hear(side, message))
  }

  get isReady(): boolean {
    return this.#pair.isReady
  }

  plan(count: number): void {
    this.#startedAt = this.#world.now()
    let at = 0
    for (let i = 0; i < count; i += 1) {
      at += LEAST_GAP_MS + this.#messages.below(MOST_GAP_MS - LEAST_GAP_MS)
      const burst = this.#drawClass()
      this.#bursts.push({ at, burst })
      this.#world.after(at, () => this.#begin(burst))
    }
    this.#end = at + QUIET_MS
  }

  trace(): SessionTrace {
    return {
      sent: this.#pair.packets('ours', this.#startedAt),
      received: this.#pair.packets('theirs', this.#startedAt),
      bursts: this.#bursts,
      end: this.#end,
    }
  }

  #drawClass(): BurstClass {
    let drawn = this.#messages.below(ALL_SHARES)
    for (const [i, burst] of BURST_CLASSES.entries()) {
      drawn -= SHARES[i] ?? 0
      if (drawn < 0) return burst
    }
    return 'inv'
  }

  #begin(burst: BurstClass): void {
    this.#burst = burst
    switch (burst) {
      case 'ping':
        this.#pair.send(this.#messages.below(2) === 0 ? 'ours' : 'theirs', this.#messages.ping())
        break
      case 'inv':
      case 'tx': {
        const teller: Side = this.#messages.below(TOLD_BY_US) === 0 ? 'ours' : 'theirs'
        this.#pair.send(teller, this.#messages.inv(burst === 'inv' ? MOST_INV : MOST_TX))
        break
      }
      case 'block':
        this.#pair.send('ours', this.#messages.getBlock())
        break
      case 'headers':
        this.#pair.send('ours', this.#messages.getHeaders())
        break
    }
  }

  #hear(side: Side, message: Message): void {
    switch (message.type) {
      case 'inv':
        if (this.#burst === 'tx') this.#answer(side, [{ ...message, type: 'getdata' }])
        break
      case 'getdata':
        this.#answer(side, this.#wanted(message.inventory))
        break
      case 'getheaders':
        this.#answer(side, [this.#messages.headers()])
        break
    }
  }

  #wanted(inventory: readonly InventoryItem[]): Message[] {
    if (this.#burst === 'block') return [this.#messages.block()]
    return inventory.map(() => this.#messages.tx())
  }

  #answer(side: Side, messages: readonly Message[]): void {
    this.#world.after(this.#messages.below(MOST_THOUGHT_MS + 1), () => {
      for (const message of messages) this.#pair.send(side, message)
    })
  }
}
