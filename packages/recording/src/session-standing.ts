/** How a session stands, from what a peer knows of itself. */

import { type TransportStats, toHex } from '@v2scope/bip324'
import { describeServices } from '@v2scope/messages'
import type { Peer, PeerState } from '@v2scope/peer'
import type { SessionStanding, SessionState } from './session-status.js'

/** @param hasSentVerack whether ours is on the wire: the peer takes us for ready from then on */
export function stateOf(peer: PeerState | undefined, hasSentVerack: boolean): SessionState {
  switch (peer) {
    case undefined:
      return 'connecting'
    case 'connecting':
      return 'handshake'
    case 'transport':
      return 'established'
    case 'ready':
      return hasSentVerack ? 'ready' : 'established'
    default:
      return peer
  }
}

/** @param stats of what is on the wire */
export function peerStanding(
  { sessionId, latency, peerVersion, waiting }: Peer,
  stats: TransportStats | undefined,
): Partial<SessionStanding> {
  return {
    ...(stats && { stats: { sent: { ...stats.sent }, received: { ...stats.received } } }),
    ...(sessionId && { sessionId: toHex(sessionId) }),
    ...(waiting && waiting.bytes > 0 && { waiting }),
    ...(latency && { latencyMs: latency.last }),
    ...(peerVersion && {
      peerVersion: {
        userAgent: peerVersion.userAgent,
        version: peerVersion.version,
        services: describeServices(peerVersion.services),
        startHeight: peerVersion.startHeight,
      },
    }),
  }
}
