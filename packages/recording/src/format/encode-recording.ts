/** From a recording to its file. */

import * as z from 'zod'
import type { Recording } from '../recording.js'
import { type Inconsistency, inconsistencyOf } from './consistency.js'
import { RecordingError } from './recording-error.js'
import { eventInFile, FORMAT, recordingInFile, VERSION } from './recording-format.js'
import { tellOnce } from './repeats.js'
import { mustFit } from './size-limit.js'
import { escapeBeyondAscii } from './text.js'
import { pathAsText } from './whereabouts.js'

const END_OF_HEAD = ']}'

/**
 * The file of a recording: JSON in ASCII, an event a line. The same recording gives the same file.
 * @throws {RecordingError} `TOO_BIG` over 256 MiB; `BAD_VALUE` where it is not one that could be read.
 */
export function encodeRecording(recording: Recording): string {
  const wrong = inconsistencyOf(recording)
  if (wrong) throw refused(wrong)
  const head = inJson(recordingInFile, {
    format: FORMAT,
    version: VERSION,
    ...recording,
    events: [],
  })
  const lines = [head.slice(0, -END_OF_HEAD.length)]
  let size = head.length
  for (const [i, event] of recording.events.entries()) {
    const line = inJson(eventInFile, tellOnce(event, recording.events[i - 1]), ['events', i])
    size += line.length + ',\n'.length
    mustFit(size)
    lines.push(i + 1 < recording.events.length ? `${line},` : line)
  }
  return `${lines.join('\n')}\n${END_OF_HEAD}\n`
}

function inJson<T>(
  format: z.ZodType<T>,
  value: T,
  path: readonly (string | number)[] = [],
): string {
  const { success, data, error } = z.safeEncode(format, value)
  if (success) return escapeBeyondAscii(JSON.stringify(data))
  const [issue] = error.issues
  const steps = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)))
  throw refused({ path: [...path, ...steps], message: issue?.message ?? 'of no known kind' })
}

function refused({ path, message }: Inconsistency): RecordingError {
  return new RecordingError(
    'BAD_VALUE',
    { path: pathAsText(path) },
    (where) =>
      `This session can't be kept as a file: ${where} is wrong (${message}). That is a fault of v2scope.`,
  )
}
