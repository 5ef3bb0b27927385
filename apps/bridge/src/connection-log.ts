import type { IncomingMessage } from 'node:http'

/** Where it is written what happens: an entry, and what it is in words. pino's logger is one. */
export interface Log {
  info(entry: LogEntry, words: string): void
  warn(entry: LogEntry, words: string): void
}

/** All that is ever told of a connection: nothing that it carried, and no ticket. */
export interface LogEntry {
  readonly id?: string
  /** A target's name, HOST:PORT that the page has asked for, `listen` or `inbound`. */
  readonly target?: string
  /** The WebSocket's close code, or the HTTP status of an upgrade that was refused. */
  readonly code?: number
  readonly reason?: string | undefined
  readonly bytesToTarget?: number
  readonly bytesToPage?: number
  /** From the upgrade to the end of both sockets, ms. */
  readonly duration?: number
  /** Whom limits count it to: an IPv4 address or an IPv6 /64. */
  readonly from?: string | undefined
}

/** Most characters of what a page has asked for, or sent in its headers. */
const LONGEST = 200

/** Writes who comes and goes. */
export class ConnectionLog {
  readonly #log: Log
  readonly #addressOf: ((request: IncomingMessage) => string) | null

  /** @param addressOf where a request comes from; `null`: that is not told */
  constructor(log: Log, addressOf: ((request: IncomingMessage) => string) | null) {
    this.#log = log
    this.#addressOf = addressOf
  }

  /** Where `request` comes from, if that is told at all. */
  from(request: IncomingMessage): string | undefined {
    return this.#addressOf?.(request)
  }

  opened(what: 'relay' | 'listener', entry: LogEntry): void {
    this.#log.info(entry, `${what} opened`)
  }

  closed(what: 'relay' | 'listener', entry: LogEntry): void {
    this.#log.info(entry, `${what} closed`)
  }

  /** Something that should not happen: where it did, so that it can be mended. */
  fault(error: unknown): void {
    const reason = error instanceof Error ? error.stack : String(error)
    this.#log.warn({ reason }, 'a fault of the bridge')
  }

  refused({ target, reason, ...entry }: LogEntry): void {
    this.#log.info(
      {
        ...entry,
        ...(target === undefined ? {} : { target: target.slice(0, LONGEST) }),
        reason: reason?.slice(0, LONGEST),
      },
      'refused',
    )
  }
}
