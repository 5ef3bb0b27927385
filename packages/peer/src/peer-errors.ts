/** What can end a connection above the transport. */

import type { RemoteErrorCode } from '@v2scope/bip324'

export type PeerErrorCode =
  | 'VERSION_TIMEOUT'
  | 'PEER_SILENT'
  | 'PING_TIMEOUT'
  | 'CLOSED_IN_VERSION_HANDSHAKE'

/** Why a connection ended, in words, with the row of the protocol that it broke. */
export interface Failure {
  readonly code: RemoteErrorCode | PeerErrorCode
  readonly row: string
  readonly message: string
  /** In the received stream, in bytes. */
  readonly offset?: number
}

const minutes = (ms: number) =>
  ms < 120_000 ? `${Math.round(ms / 1000)} seconds` : `${Math.round(ms / 60_000)} minutes`

export const versionTimeout = (ms: number): Failure => ({
  code: 'VERSION_TIMEOUT',
  row: 'S4',
  message: `The transport stands, but the peer's version and verack did not come within ${minutes(ms)}.`,
})

export const peerSilent = (ms: number): Failure => ({
  code: 'PEER_SILENT',
  row: 'S4',
  message: `The peer has sent nothing for ${minutes(ms)}.`,
})

export const pingTimeout = (ms: number): Failure => ({
  code: 'PING_TIMEOUT',
  row: 'S4',
  message: `The peer has not answered a ping for ${minutes(ms)}. If bytes still come, a changed length field may have made them part of one endless packet.`,
})

export const CLOSED_IN_VERSION_HANDSHAKE: Failure = {
  code: 'CLOSED_IN_VERSION_HANDSHAKE',
  row: 'S4',
  message:
    'The transport stands, but the peer closed the connection before version and verack were exchanged. It may not want this connection; its log says why.',
}
