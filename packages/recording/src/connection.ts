/** The way to the peer: over a relay, or to a peer in this worker. */

import type { SessionErrorCode } from './session-error-code.js'

/** Why the way to the peer ended, where the peer did not simply close. */
export interface ConnectionFailure {
  readonly code: SessionErrorCode | `RELAY_${number}`
  readonly message: string
}

export interface ConnectionHandlers {
  /** The peer can be spoken to from here on. Addresses of the TCP connection, HOST:PORT. */
  readonly onOpen: (addresses: { readonly local?: string; readonly remote?: string }) => void
  readonly onBytes: (bytes: Uint8Array) => void
  /** The peer has closed, or reset (S2), its connection. Nothing follows. */
  readonly onEnd: () => void
  /** Nothing follows. */
  readonly onFailure: (failure: ConnectionFailure) => void
  /** Something that is shown has changed. */
  readonly onChange: () => void
}

/** Nothing is told from within `open` but `onOpen`; nothing at all after `close`. */
export interface Connection {
  open(): void
  send(bytes: Uint8Array): void
  close(): void
  /** Bytes that wait to be sent. */
  readonly backlog: number
  /** 64 hex digits: the session id by the word of the peer, where it can be asked. */
  readonly peerReportedSessionId: string | undefined
}
