/** What can be wrong with the file of a recording. */

export type RecordingErrorCode =
  | 'TOO_BIG'
  | 'NOT_TEXT'
  | 'NOT_JSON'
  | 'NOT_A_RECORDING'
  | 'NEWER_VERSION'
  | 'BAD_VALUE'

/** A file can't be read, or a recording can't be written. Nothing has changed. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError'
  readonly code: RecordingErrorCode
  /** For people: `line 12, column 3`, or `events[12].bytes (line 14)`. */
  readonly where: string

  /** @param message what is wrong, where, and what can be done */
  constructor(code: RecordingErrorCode, where: string, message: string) {
    super(message)
    this.code = code
    this.where = where
  }
}
