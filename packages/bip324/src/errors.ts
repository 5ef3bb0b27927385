/** What can go wrong, whose fault it is, and the row of the protocol that says so. */

import type { TransportEvent } from './events.js'

/** The peer's doing, or the network's between. */
export type RemoteErrorCode =
  | 'V1_OTHER_NETWORK'
  | 'V1_BAD_MAGIC'
  | 'V1_PAYLOAD_TOO_LARGE'
  | 'GARBAGE_TERMINATOR_MISSING'
  | 'PACKET_TOO_LARGE'
  | 'AUTHENTICATION_FAILED'
  | 'CLOSED_BEFORE_KEY'
  | 'CLOSED_IN_HANDSHAKE'
  | 'CLOSED_IN_PACKET'
  | 'HANDSHAKE_TIMEOUT'

/** The caller's doing. */
export type LocalErrorCode =
  | 'BAD_ARGUMENT'
  | 'BAD_PRIVATE_KEY'
  | 'BAD_RANDOM_SOURCE'
  | 'BAD_MESSAGE_TYPE'
  | 'X_NOT_ON_CURVE'
  | 'GARBAGE_TOO_LONG'
  | 'CONTENTS_TOO_LONG'
  | 'KEYS_NOT_DERIVED'
  | 'NOT_V2'
  | 'ALREADY_ENDED'

/** The rows of the protocol that a peer can break, by the code of the error. */
export const REMOTE_ERROR_ROWS: Readonly<Record<RemoteErrorCode, string>> = {
  V1_OTHER_NETWORK: 'H3',
  V1_BAD_MAGIC: 'H3',
  V1_PAYLOAD_TOO_LARGE: 'P3',
  GARBAGE_TERMINATOR_MISSING: 'H5',
  PACKET_TOO_LARGE: 'P3',
  AUTHENTICATION_FAILED: 'P5',
  CLOSED_BEFORE_KEY: 'S2',
  CLOSED_IN_HANDSHAKE: 'H4',
  CLOSED_IN_PACKET: 'P4',
  HANDSHAKE_TIMEOUT: 'S4',
}

/** The peer broke the protocol, or went away. The connection is over. */
export class RemoteProtocolError extends Error {
  override readonly name = 'RemoteProtocolError'
  readonly code: RemoteErrorCode
  /** The row of the protocol, such as `H5`. */
  readonly row: string
  /** Where in the received stream, in bytes from its first; absent where no byte is to blame. */
  readonly offset: number | undefined
  /** What the same call had received before the fault: authenticated, complete, and delivered here only. */
  readonly events: readonly TransportEvent[]

  constructor(
    code: RemoteErrorCode,
    message: string,
    offset?: number,
    events: readonly TransportEvent[] = [],
  ) {
    super(message)
    this.code = code
    this.row = REMOTE_ERROR_ROWS[code]
    this.offset = offset
    this.events = events
  }
}

/** The caller asked for what the protocol does not allow. Nothing was changed. */
export class LocalProtocolError extends Error {
  override readonly name = 'LocalProtocolError'
  readonly code: LocalErrorCode

  constructor(code: LocalErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Closes a switch over a union: the compiler refuses it while a case is missing. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`)
}
