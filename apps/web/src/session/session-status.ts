/** How a session stands, put together from its peer and its connection. */

import type { TransportStats } from '@v2scope/bip324'
import { toHex } from '@v2scope/bip324'
import { describeServices } from '@v2scope/messages'
import type { Peer } from '@v2scope/peer'
import type { SessionState, SessionStatus } from './contract.js'

/** What a status says beside what the peer knows. */
export type StatusRest = Pick<
  SessionStatus,
  | 'phase'
  | 'failure'
  | 'closedBy'
  | 'local'
  | 'remote'
  | 'droppedBytes'
  | 'decoySchedule'
  | 'notice'
  | 'peerReportedSessionId'
>

/** @param peer undefined before the connection is open @param v1Stats where no transport counts */
export function toStatus(
  peer: Peer | undefined,
  chosen: 'v2' | 'v1',
  rest: StatusRest,
  v1Stats: TransportStats,
): SessionStatus {
  const state = stateOf(peer, rest)
  const transport = peer?.transport ?? (chosen === 'v1' ? 'v1' : 'detecting')
  if (!peer) return { state, transport, ...rest }
  const { sessionId, latency, peerVersion, waiting } = peer
  return {
    state,
    transport,
    ...rest,
    stats: transport === 'v1' ? v1Stats : (peer.stats ?? v1Stats),
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

function stateOf(peer: Peer | undefined, { failure, closedBy }: StatusRest): SessionState {
  if (failure) return 'failed'
  if (closedBy) return 'closed'
  switch (peer?.state) {
    case undefined:
      return 'connecting'
    case 'connecting':
      return 'handshake'
    case 'transport':
      return 'established'
    default:
      return peer?.state ?? 'connecting'
  }
}
