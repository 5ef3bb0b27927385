/** S4: how long a peer may take. All in milliseconds. */

export interface Timeouts {
  /** From connecting to the peer's verack. */
  readonly handshakeMs: number
  /** Without a byte from the peer. */
  readonly silenceMs: number
  /** For the answer to a ping. */
  readonly pongMs: number
  /** Between two pings of ours. */
  readonly pingEveryMs: number
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  handshakeMs: 60_000,
  silenceMs: 20 * 60_000,
  pongMs: 20 * 60_000,
  pingEveryMs: 120_000,
}
