/** What can be wrong with the file of a recording. */

export type RecordingErrorCode =
  | 'TOO_BIG'
  | 'NOT_TEXT'
  | 'NOT_JSON'
  | 'NOT_A_RECORDING'
  | 'NEWER_VERSION'
  | 'BAD_VALUE'

/** Where in a file, or in a recording that is to become one. All count from 1. */
export interface RecordingPlace {
  readonly line?: number
  readonly column?: number
  readonly byte?: number
  /** Such as `events[12].bytes`; empty: the recording itself. */
  readonly path?: string
}

/** A file can't be read, or a recording can't be written. Nothing has changed. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError'
  readonly code: RecordingErrorCode
  readonly place: RecordingPlace
  /** The place for people: `line 12, column 3`, or `events[12].bytes (line 14)`. */
  readonly where: string

  /** @param say what is wrong, where, and what can be done */
  constructor(code: RecordingErrorCode, place: RecordingPlace, say: (where: string) => string) {
    const where = placeInWords(place)
    super(say(where))
    this.code = code
    this.place = place
    this.where = where
  }
}

function placeInWords({ line, column, byte, path }: RecordingPlace): string {
  if (byte !== undefined) return `byte ${byte}`
  const at = column === undefined ? `line ${line}` : `line ${line}, column ${column}`
  if (path === undefined) return at
  const name = path === '' ? 'the recording' : path
  return line === undefined ? name : `${name} (${at})`
}
