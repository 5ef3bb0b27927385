/** What a session needs from the world around it; the worker gives the real ones, tests their own. */

import type { SessionWorld } from '@v2scope/recording'

/** A WebSocket, as far as a relay needs it. */
export interface RelaySocket {
  /** Bytes given to `send` that are not on the network yet. */
  readonly bufferedAmount: number
  send(bytes: Uint8Array): void
  /** Ends it; its handlers may still be called. */
  close(): void
}

export interface RelaySocketHandlers {
  readonly onFrame: (data: string | ArrayBuffer) => void
  /** Once, last. A connection that never came to be ends with 1006. */
  readonly onClose: (code: number, reason: string) => void
}

export interface SessionEnvironment extends SessionWorld {
  /** @param protocols the subprotocols to offer */
  openSocket(url: string, protocols: readonly string[], handlers: RelaySocketHandlers): RelaySocket
  /**
   * As `fetch`: the status and the text of what answers; rejects if nothing does.
   * @param bearer a ticket, which goes in the header `Authorization`
   */
  get(url: string, bearer?: string): Promise<{ readonly status: number; readonly text: string }>
  /** Calls once, after all that waits for its turn now. */
  soon(action: () => void): void
}
