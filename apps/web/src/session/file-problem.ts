/** Why a file could not be opened, or made: by its code, with what the words of any language need. */

import type { RecordingLevel } from '@v2scope/recording'
import type { RecordingErrorCode, RecordingPlace } from '@v2scope/recording/file'

/**
 * - `UNREADABLE`: the browser could not read it
 * - `BAD_ADDRESS`, `OTHER_ORIGIN`, `NO_ANSWER`, `HTTP_…`: it could not be fetched
 * - `UNEXPECTED`: the worker has crashed
 */
export type NotOpenedCode =
  | RecordingErrorCode
  | 'UNREADABLE'
  | 'BAD_ADDRESS'
  | 'OTHER_ORIGIN'
  | 'NO_ANSWER'
  | `HTTP_${number}`
  | 'UNEXPECTED'

export interface NotOpened {
  readonly code: NotOpenedCode
  /** In English: what is wrong, where, and what to do. */
  readonly message: string
  /** In the file. */
  readonly place?: RecordingPlace
  /** Where it was to be fetched from; of `OTHER_ORIGIN`: where it may be. */
  readonly address?: string
  /** As the browser gives it. */
  readonly reason?: string
}

/**
 * - `NOT_KEPT`: the session is no longer in memory
 * - `LEFT_OUT`: a recording does not hold so much
 */
export type NotMadeCode = 'NOT_KEPT' | 'LEFT_OUT' | 'UNEXPECTED'

export interface NotMade {
  readonly code: NotMadeCode
  /** In English. */
  readonly message: string
  /** What the recording holds. */
  readonly holds?: RecordingLevel
  readonly reason?: string
}
