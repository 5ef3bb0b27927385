/** What a peer needs of its transport, so that another may take its place: see `MisbehavingTransport`. */

import type { V2Transport, V2TransportOptions } from '@v2scope/bip324'

/** The face of `V2Transport`. */
export type PeerTransport = Pick<
  V2Transport,
  | 'role'
  | 'phase'
  | 'transport'
  | 'sessionId'
  | 'canSend'
  | 'waiting'
  | 'stats'
  | 'takeOutput'
  | 'receive'
  | 'receiveEnd'
  | 'expire'
  | 'send'
  | 'wipe'
>

/** @throws {LocalProtocolError} for options that the protocol does not allow. */
export type TransportMaker = (options: V2TransportOptions) => PeerTransport
