/** What a bridge allows, and what of it is left, as its `/limits` tells. */

import type { SessionEnvironment } from './environment.js'

/** Times in ms, sizes in bytes; null: without a bound, or not allowed at all. */
export interface BridgeLimits {
  readonly profile: string
  /** Addresses that may be dialled beside the named targets. */
  readonly freeAddresses: {
    /** Any public address, on these ports. */
    readonly public: boolean
    readonly ports: readonly number[]
    /** `10.0.0.0/8:8333` */
    readonly listed: readonly string[]
  } | null
  /** Whether it opens ports for nodes that are to dial us. */
  readonly listens: boolean
  readonly needsTicket: boolean
  /** Of everybody together. */
  readonly connections: Used
  /** Of who asks: of one address, or of everybody behind one router. */
  readonly yours: Used
  readonly upgradesPerMinute: Left | null
  readonly bytesPerSecond: number | null
  /** Of one connection, both ways together. */
  readonly bytesInAll: number | null
  readonly times: {
    readonly firstByte: number | null
    readonly idle: number | null
    readonly lifetime: number | null
  }
  /** Absent where none was shown. */
  readonly ticket?: TicketLimits
}

interface Used {
  readonly most: number | null
  readonly open: number
}

interface Left {
  readonly most: number
  readonly left: number
}

export type TicketLimits =
  | {
      readonly targets: readonly string[]
      readonly connections: Left
      readonly bytes: Left | null
      /** When it expires, in ms from 1970. */
      readonly until: number
    }
  /** In the bridge's words. */
  | { readonly refused: string }

/** @param base the address of the page @returns undefined where no bridge tells */
export async function fetchLimits(
  { get }: Pick<SessionEnvironment, 'get'>,
  base: string,
  ticket: string | undefined,
): Promise<BridgeLimits | undefined> {
  try {
    const { status, text } = await get(new URL('limits', base).href, ticket)
    const answer: unknown = status === 200 ? JSON.parse(text) : undefined
    return isObject(answer) ? readLimits(new Told(answer)) : undefined
  } catch {
    return undefined
  }
}

function readLimits(told: Told): BridgeLimits {
  const free = told.part('freeAddresses')
  const times = told.part('times')
  const upgrades = told.part('upgradesPerMinute')
  const ticket = told.part('ticket')
  return {
    profile: told.text('profile') ?? '',
    freeAddresses: free
      ? {
          public: free.value('public') === true,
          ports: free.list('ports').filter((port) => typeof port === 'number'),
          listed: free.list('listed').filter((rule) => typeof rule === 'string'),
        }
      : null,
    listens: told.part('listen') !== undefined,
    needsTicket: told.value('needsTicket') === true,
    connections: readUsed(told.part('connections')),
    yours: readUsed(told.part('yours')),
    upgradesPerMinute: upgrades ? readLeft(upgrades) : null,
    bytesPerSecond: told.number('bytesPerSecond'),
    bytesInAll: told.number('bytesInAll'),
    times: {
      firstByte: times?.number('firstByte') ?? null,
      idle: times?.number('idle') ?? null,
      lifetime: times?.number('lifetime') ?? null,
    },
    ...(ticket && { ticket: readTicket(ticket) }),
  }
}

function readTicket(told: Told): TicketLimits {
  const refused = told.text('refused')
  if (refused !== undefined) return { refused }
  const connections = told.part('connections')
  const bytes = told.part('bytes')
  return {
    targets: told.list('targets').filter((name) => typeof name === 'string'),
    connections: connections ? readLeft(connections) : { most: 0, left: 0 },
    bytes: bytes ? readLeft(bytes) : null,
    until: told.number('until') ?? 0,
  }
}

const readUsed = (told: Told | undefined): Used => ({
  most: told?.number('most') ?? null,
  open: told?.number('open') ?? 0,
})

const readLeft = (told: Told): Left => ({
  most: told.number('most') ?? 0,
  left: told.number('left') ?? 0,
})

/** An object of JSON that anybody may have written. */
class Told {
  readonly #values: ReadonlyMap<string, unknown>

  constructor(object: object) {
    this.#values = new Map(Object.entries(object))
  }

  value(name: string): unknown {
    return this.#values.get(name)
  }

  part(name: string): Told | undefined {
    const value = this.value(name)
    return isObject(value) ? new Told(value) : undefined
  }

  list(name: string): readonly unknown[] {
    const value = this.value(name)
    return Array.isArray(value) ? value : []
  }

  number(name: string): number | null {
    const value = this.value(name)
    return typeof value === 'number' ? value : null
  }

  text(name: string): string | undefined {
    const value = this.value(name)
    return typeof value === 'string' ? value : undefined
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
