/** A session: how it is set up, run, told and kept. Its file is in `./file`, the simulated one in `./simulation`. */

export { APPLICATION } from './application.js'
export type { Connection, ConnectionFailure, ConnectionHandlers } from './connection.js'
export type { HoldStatus } from './hold-status.js'
export type { HeldEvent } from './outlet.js'
export { RECORDING_LEVELS, type Recording, type RecordingLevel } from './recording.js'
export {
  CommandRefused,
  type DecoyScheduleSettings,
  LEAST_DECOY_INTERVAL_MS,
  MOST_SCHEDULED_DECOY,
  type SessionCommand,
} from './session-command.js'
export type { RefusalCode, RelayCloseCode, SessionErrorCode } from './session-error-code.js'
export { type FailureCause, toSessionFailure } from './session-failure.js'
export type { Connect, LayeredRun, LayerMaker, SessionLayer, Tap } from './session-layer.js'
export { type Refusal, SessionRun, type SessionRunOptions } from './session-run.js'
export { INBOUND, type SessionSettings, SIMULATED } from './session-settings.js'
export type { SessionFailure, SessionStanding, SessionState } from './session-status.js'
export type { SessionWorld } from './session-world.js'
export type { TimedEvent, WireBytesEvent } from './timed-event.js'
export type { WireSegment } from './wire-tap.js'
