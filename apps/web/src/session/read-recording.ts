/** From a file of the user's to a recording, or to words about what is wrong with it. */

import type { Recording } from '@v2scope/recording'
import type { NotOpened } from './file-problem.js'
import type { LazyCode } from './lazy-code.js'

const MIB = 1024 * 1024

export type ReadRecording = { readonly recording: Recording } | { readonly problem: NotOpened }

/** Reads a file that is not too big to be read. Never rejects. */
export async function readRecording(file: Blob, code: LazyCode): Promise<ReadRecording> {
  try {
    const { decodeRecording, MAX_FILE_LEN, RecordingError } = await code.file()
    if (file.size > MAX_FILE_LEN) {
      const size = Math.ceil(file.size / MIB)
      const message = `This file takes ${size} MiB, and ${MAX_FILE_LEN / MIB} MiB is the most that a recording takes. Open another file.`
      return { problem: { code: 'TOO_BIG', message } }
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    try {
      return { recording: decodeRecording(bytes) }
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error
      const { code: which, message, place } = error
      return { problem: { code: which, message, place } }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `This file could not be read: ${reason}. Open it again.`
    return { problem: { code: 'UNREADABLE', message, reason } }
  }
}
