/** What we say of ourselves. */

import { NODE_P2P_V2 } from '@v2scope/bip324'
import type { VersionMessage } from '@v2scope/messages'
import type { PeerOptions } from './peer-options.js'
import { randomU64 } from './random.js'

/** The protocol version that we speak. */
export const PROTOCOL_VERSION = 70016
export const USER_AGENT = '/v2scope:0.1.0/'

const NOWHERE = { services: 0n, address: '::', port: 0 } as const

/** A version message; of addresses it says nothing, as nodes do. */
export function ourVersion(
  options: Pick<
    PeerOptions,
    'services' | 'userAgent' | 'startHeight' | 'relay' | 'random' | 'unixTime'
  >,
): VersionMessage {
  const { services = NODE_P2P_V2, userAgent = USER_AGENT, startHeight, relay = true } = options
  return {
    type: 'version',
    version: PROTOCOL_VERSION,
    services,
    timestamp: BigInt(Math.floor(options.unixTime())),
    receiver: NOWHERE,
    sender: { ...NOWHERE, services },
    nonce: randomU64(options.random),
    userAgent,
    startHeight: startHeight?.() ?? 0,
    relay,
  }
}
