/** What a session needs from the world around it; the worker gives the real ones, tests their own. */

import type { RandomBytes } from '@v2scope/bip324'

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

export interface SessionEnvironment {
  /** Milliseconds that never go back. */
  now(): number
  /** Seconds from 1970. */
  unixTime(): number
  /** From the platform's CSPRNG. */
  readonly random: RandomBytes
  /** Calls once, after so many ms, unless the function that it returns is called before. */
  after(ms: number, action: () => void): () => void
  openSocket(url: string, protocol: string, handlers: RelaySocketHandlers): RelaySocket
  /** As `fetch`: the status and the text of what answers; rejects if nothing does. */
  get(url: string): Promise<{ readonly status: number; readonly text: string }>
}
