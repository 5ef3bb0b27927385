/** What a bridge allows, our ticket, and what answers behind it: of use while there is a bridge. */

import type { OtherProtocol } from '@v2scope/peer'
import { lazyWords } from './lazy-words.js'

export interface BridgeWords {
  readonly limits: {
    readonly button: string
    readonly title: string
    readonly yours: string
    /** Whom a bridge takes for one. */
    readonly yoursWhy: string
    readonly connections: string
    readonly upgrades: string
    readonly bytesPerSecond: string
    readonly bytesInAll: string
    readonly firstByte: string
    readonly idle: string
    readonly lifetime: string
    readonly addresses: string
    readonly namedOnly: string
    readonly publicOn: (ports: string) => string
    readonly unbounded: string
    readonly bytes: (n: number) => string
    readonly of: (open: number, most: number) => string
    readonly left: (left: number, most: number) => string
    readonly bytesLeft: (left: number, most: number) => string
    readonly duration: (ms: number) => string
  }
  readonly ticket: {
    readonly title: string
    /** Where one is wanted. */
    readonly button: string
    readonly wanted: string
    readonly notAsked: string
    readonly expired: string
    readonly forged: string
    readonly malformed: string
    readonly refused: string
    readonly usedUp: string
    readonly for: string
    readonly everything: string
    readonly public: string
    readonly listen: string
    readonly connections: string
    readonly bytes: string
    readonly until: string
    readonly forget: string
    readonly forgetWhy: string
    readonly paste: string
    readonly use: string
    readonly bad: string
  }
  readonly probe: {
    readonly button: string
    readonly why: string
    readonly asking: string
    readonly again: string
    readonly inTheClear: string
    readonly node: string
    readonly protocol: string
    readonly height: string
    readonly services: string
    readonly none: string
    readonly v2: string
    readonly v1Only: string
    readonly otherNetwork: (network: string) => string
    readonly noVersion: string
    readonly somethingElse: string
    readonly protocols: Readonly<Record<OtherProtocol, string>>
    readonly begins: string
    readonly hungUp: Readonly<Record<'closed' | 'reset', string>>
    readonly silent: string
    readonly noAnswer: string
  }
  /** While a session goes on. */
  readonly live: {
    readonly bytes: (left: number) => string
    readonly lifetime: (ms: number) => string
    readonly firstByte: (seconds: number) => string
    readonly why: string
    /** Before a session that starts held. */
    readonly held: (seconds: number) => string
  }
}

export const useBridgeWords = lazyWords<BridgeWords>({
  en: async () => (await import('./en/bridge.js')).bridge,
  zh: async () => (await import('./zh/bridge.js')).bridge,
})
