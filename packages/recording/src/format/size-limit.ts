/** How big the file of a recording may be. */

import { RecordingError } from './recording-error.js'

const MIB = 1024 * 1024
const MOST_MIB = 256

/** In bytes. */
export const MAX_FILE_LEN = MOST_MIB * MIB

/** @param length of the file, in bytes @throws {RecordingError} `TOO_BIG` */
export function mustFit(length: number): void {
  if (length <= MAX_FILE_LEN) return
  throw new RecordingError(
    'TOO_BIG',
    { byte: MAX_FILE_LEN + 1 },
    (where) =>
      `This recording takes ${Math.ceil(length / MIB)} MiB or more, and ${MOST_MIB} MiB is the most (it goes on at ${where}). Keep a shorter session, or less of it: the wire alone.`,
  )
}
