import type { Socket } from 'node:net'
import { AddressPolicy, type Allowed } from './addresses/address-policy.js'
import { freeDestination } from './addresses/free-destinations.js'
import { NameLookup } from './addresses/name-lookup.js'
import { Strangers } from './addresses/strangers.js'
import type { Destination } from './destination.js'
import type { Bounds } from './limits.js'
import type { Listeners, Port } from './listening/listeners.js'
import { dial, namedDestination } from './named-destinations.js'
import type { Refusal } from './refusal.js'
import type { Route } from './route.js'
import type { Target } from './targets.js'

/** What the bridge reaches the world by; a test puts a world of its own in its place. */
export interface World {
  /** `IP:PORT` of DNS servers. Default: the system's. */
  readonly dnsServers?: readonly string[]
  /** Starts the TCP connection to a free address. */
  connect?(ip: string, port: number): Socket
}

/** What there is to find. */
interface Found extends Allowed {
  readonly targets: () => readonly Target[]
  readonly listeners: Listeners
}

/** Finds where each route goes. */
export class Destinations {
  readonly policy: AddressPolicy
  readonly #targets: () => readonly Target[]
  readonly #listeners: Listeners
  readonly #lookup: NameLookup
  readonly #strangers: Strangers
  readonly #connect: (ip: string, port: number) => Socket

  constructor({ targets, listeners, ...allowed }: Found, bounds: Bounds, world: World = {}) {
    this.policy = new AddressPolicy(allowed)
    this.#targets = targets
    this.#listeners = listeners
    this.#lookup = new NameLookup(bounds, world.dnsServers)
    this.#strangers = new Strangers(bounds)
    this.#connect = world.connect ?? dial
  }

  async find(route: Route): Promise<Destination | Port | Refusal> {
    switch (route.kind) {
      case 'target':
        return namedDestination(route.name, this.#targets())
      case 'address':
        return freeDestination(route.address, {
          policy: this.policy,
          lookup: this.#lookup,
          strangers: this.#strangers,
          connect: this.#connect,
        })
      case 'listen':
        return this.#listeners.port()
      case 'accept':
        return this.#listeners.claim(route.id)
    }
  }
}
