import type { IncomingMessage } from 'node:http'
import type { FreeAddressesSummary } from './addresses/address-policy.js'
import type { Desk } from './callers/desk.js'
import type { Limits, Profile } from './limits.js'
import type { ListenAt } from './listening/listen-at.js'

/** What a bridge allows to everybody. */
export interface Offer {
  readonly profile: Profile
  readonly freeAddresses: FreeAddressesSummary | null
  readonly listen: ListenAt | false
  /** Connections open now. */
  readonly open: () => number
}

/** The answer to `GET /limits`: times in ms, sizes in bytes; `null` is no bound, or not allowed. */
export function limitsReport(desk: Desk, limits: Limits, offer: Offer) {
  const { profile, freeAddresses, listen, open } = offer
  const { bytesPerSecond, bytesInAll, frameSize } = limits
  const times = {
    dial: limits.dialTimeout,
    firstByte: limits.firstByteTimeout,
    idle: limits.idleTimeout,
    lifetime: limits.lifetime,
    stall: limits.stallTimeout,
  }

  return async (request: IncomingMessage) => ({
    profile,
    freeAddresses,
    listen: listen === false ? null : { host: listen.host },
    connections: { most: limits.connections, open: open() },
    bytesPerSecond,
    bytesInAll,
    frameSize,
    times,
    ...(await desk.toldTo(request)),
  })
}
