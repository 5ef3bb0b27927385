/** What a session is made with. */

import type { Connection, ConnectionHandlers } from './connection.js'
import type { FromWorker, SessionSettings } from './contract.js'
import type { SessionEnvironment } from './environment.js'

export interface SessionOptions {
  readonly id: number
  readonly settings: SessionSettings
  readonly environment: SessionEnvironment
  readonly connect: (handlers: ConnectionHandlers) => Connection
  /** Takes the batches. */
  readonly post: (message: FromWorker) => void
  /** Bytes of events to keep; 64 MiB unless told. */
  readonly logLimit?: number
}
