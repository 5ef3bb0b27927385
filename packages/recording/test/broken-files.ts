/** Files that are no recordings any more, and what is said of them. */

import { decodeRecording, encodeRecording, RecordingError } from '../src/file.js'
import type { Recording } from '../src/index.js'

export const utf8 = (text: string) => new TextEncoder().encode(text)

export function failureOf(file: string | Uint8Array): RecordingError {
  try {
    decodeRecording(file)
  } catch (error) {
    if (error instanceof RecordingError) return error
    throw error
  }
  throw new Error('it was read')
}

// biome-ignore lint/suspicious/noExplicitAny: JSON that tests break at will
export type Json = any

/** The file as JSON, changed, and as a file again: all on a line. */
export function changed(recording: Recording, change: (json: Json) => void): string {
  const json: Json = JSON.parse(encodeRecording(recording))
  change(json)
  return JSON.stringify(json)
}
