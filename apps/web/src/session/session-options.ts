/** What a session is made with. */

import type { Core } from '@v2scope/bip324'
import type { SessionSettings } from '@v2scope/recording'
import type { FromWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import type { DriverHandlers, LabHandle, SessionDriver } from './session-driver.js'
import type { ListeningStatus, RelayStatus } from './status.js'

export interface SessionOptions {
  readonly id: number
  readonly settings: SessionSettings
  readonly environment: SessionEnvironment
  readonly drive: (handlers: DriverHandlers) => SessionDriver
  /** Of the relay below, where there is one. */
  readonly relay?: () => RelayStatus | undefined
  /** Of the port where its peer has dialled us, or will; undefined where there is none. */
  readonly listening?: () => ListeningStatus | undefined
  /** Undefined where the Lab has nothing to do with it. */
  readonly lab?: () => LabHandle | undefined
  /** What computes keys and packets; undefined where nothing does. */
  readonly core?: Core
  /** Takes the batches. */
  readonly post: (message: FromWorker) => void
  /** Bytes of events to keep; 64 MiB unless told. */
  readonly logLimit?: number
}
