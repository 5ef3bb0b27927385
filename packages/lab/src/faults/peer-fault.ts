/** A peer's fault in a session: whose transport misbehaves, and when it has. */

import type { TransportMaker } from '@v2scope/peer'
import type { SessionSettings, SessionWorld } from '@v2scope/recording'
import type { FaultPlan } from './fault-plan.js'
import type { WireFault } from './wire-fault.js'

export interface PeerFaultParts {
  readonly world: SessionWorld
  readonly settings: SessionSettings
  /** It has been done: what comes of it is watched from here on. Once. */
  readonly onDone: () => void
}

export interface PeerFault {
  readonly ourTransport?: TransportMaker
  readonly peerTransport?: TransportMaker
  /** What the wire has to do beside it, from the start. */
  readonly wire?: readonly WireFault[]
}

/** Where it needs traffic, a ping is sent once version and verack have been exchanged. */
export function peerFault(
  _plan: Extract<FaultPlan, { on: 'peer' }>,
  _parts: PeerFaultParts,
): PeerFault {
  return {}
}
