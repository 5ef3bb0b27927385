/** What makes the events of a session: a run over a relay, a simulation, a recording. */

import type { LabCommand, LabStanding } from '@v2scope/lab'
import type {
  DecoyScheduleSettings,
  HoldStatus,
  Recording,
  Refusal,
  SessionCommand,
  SessionStanding,
  TimedEvent,
  WireSegment,
} from '@v2scope/recording'

/** How far a simulated session has come. */
export interface SeedProgress {
  /** Nothing was asked for that is not from the seed. */
  readonly isFromSeed: boolean
  /** All that the seed decides has happened. */
  readonly isSeedOver: boolean
}

/** What the Lab has to do with a session. */
export interface LabHandle {
  readonly standing: LabStanding
  /** @returns why it was not done, where it was not */
  command(command: LabCommand): Refusal | undefined
}

/** A live session's is `SessionRun`. */
export interface SessionDriver {
  start(): void
  /** Ends it from our side; nothing, where it is over. */
  stop(): void
  /** @returns why it was not done, where it was not */
  run(command: SessionCommand): Refusal | undefined
  /** Does something of the Lab's to it, now by its own clock. Absent where that is the real one. */
  during?<T>(action: () => T): T
  standing(droppedBytes: number): SessionStanding
  /** In ms from the start of the session. */
  readonly time: number
  readonly decoySchedule: DecoyScheduleSettings | undefined
  /** Undefined where nothing can be held. */
  readonly hold: HoldStatus | undefined
  readonly seedProgress?: SeedProgress | undefined
  /** What is kept in place of the events of the log: all that a seed decides, or a recording. */
  readonly whole?: Recording | undefined
}

/** What a driver tells. */
export interface DriverHandlers {
  /** Each event, in the order of its `seq`. */
  readonly onEvent: (event: TimedEvent) => void
  /** Each chunk of the wire, of one that is live or simulated. */
  readonly onSegment?: ((segment: WireSegment) => void) | undefined
  /** How the session stands may have changed. */
  readonly onChange: () => void
}
