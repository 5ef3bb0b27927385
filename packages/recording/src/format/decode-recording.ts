/** From a file to the recording in it. */

import * as z from 'zod'
import type { Recording } from '../recording.js'
import type { TimedEvent } from '../timed-event.js'
import { inconsistencyOf } from './consistency.js'
import { findJsonFault, type JsonPath, lineAndColumn } from './json-walk.js'
import { RecordingError } from './recording-error.js'
import { eventInFile, FORMAT, recordingInFile, VERSION } from './recording-format.js'
import { tellWhole } from './repeats.js'
import { mustFit } from './size-limit.js'
import { decodeLeniently, decodeUtf8, REPLACEMENT } from './text.js'
import { placeOfValue } from './whereabouts.js'

/** Begins a file that says what it is, whatever version it is of. */
const announcement = z.looseObject({ format: z.literal(FORMAT) })
const versioned = z.looseObject({ version: z.int().min(1) })
const announced = z.looseObject({ events: z.array(z.unknown()) })

/**
 * The recording in a file, all of it checked.
 * @param file UTF-8, or the text @throws {RecordingError} and nothing else
 */
export function decodeRecording(file: Uint8Array | string): Recording {
  mustFit(file.length)
  const text = typeof file === 'string' ? file : toText(file)
  const json = parse(text)
  mustBeOurs(json)
  mustHaveNoPrototype(json, text)
  const { format, version, ...recording } = decodeParts(json, text)
  const wrong = inconsistencyOf(recording)
  if (wrong) throw badValue(text, wrong.path, wrong.message)
  return recording
}

function toText(file: Uint8Array): string {
  try {
    return decodeUtf8(file)
  } catch {
    const text = decodeLeniently(file)
    const place = lineAndColumn(text, Math.max(text.indexOf(REPLACEMENT), 0))
    throw new RecordingError(
      'NOT_TEXT',
      place,
      (where) =>
        `This file is no text (UTF-8) at ${where}: it is damaged, or no recording. Open a file that v2scope has saved, .v2scope.json.`,
    )
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const offset = findJsonFault(text) ?? 0
    const what = offset === text.length ? 'ends too early' : 'is damaged'
    throw new RecordingError(
      'NOT_JSON',
      lineAndColumn(text, offset),
      (where) =>
        `This file ${what}: it stops being JSON at ${where}. Get it again from where it came from.`,
    )
  }
}

function mustBeOurs(json: unknown): void {
  const start = { line: 1 }
  if (!announcement.safeParse(json).success) {
    throw new RecordingError(
      'NOT_A_RECORDING',
      start,
      (where) =>
        `This file is JSON, but no recording of v2scope: ${where} would say "format":"${FORMAT}". Open a file that v2scope has saved, .v2scope.json.`,
    )
  }
  const { success, data } = versioned.safeParse(json)
  if (!success) {
    throw new RecordingError(
      'NOT_A_RECORDING',
      start,
      (where) =>
        `This recording does not say of which version it is: in ${where}, "version" is a whole number from 1. Get the file again from where it came from.`,
    )
  }
  if (data.version > VERSION) {
    throw new RecordingError(
      'NEWER_VERSION',
      start,
      (where) =>
        `This recording is of version ${data.version} (${where}), and this page reads up to ${VERSION}. Reload the page, or get a newer v2scope.`,
    )
  }
}

/** The one key that a strict object does not notice. */
function mustHaveNoPrototype(json: unknown, text: string): void {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, '__proto__')) return
  throw badValue(text, ['__proto__'], 'no such key is known')
}

/** Event by event: what has been read is let go, so that there is never a second copy of it all. */
function decodeParts(json: unknown, text: string) {
  const parts = announced.safeParse(json)
  const raw: unknown[] = parts.success ? parts.data.events : []
  const head = parts.success ? { ...parts.data, events: [] } : json
  const recording = decodeValue(recordingInFile, head, text, [])
  const events: TimedEvent[] = []
  for (const [i, event] of raw.entries()) {
    const path = ['events', i]
    const whole = tellWhole(decodeValue(eventInFile, event, text, path), events.at(-1))
    if (!whole) throw badValue(text, [...path, 'bytes'], 'the event before is not its packet')
    events.push(whole)
    raw[i] = undefined
  }
  return { ...recording, events }
}

function decodeValue<T>(format: z.ZodType<T>, value: unknown, text: string, path: JsonPath): T {
  const { success, data, error } = format.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  const steps = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)))
  throw badValue(text, [...path, ...steps], issue?.message ?? 'of no known kind')
}

function badValue(text: string, path: JsonPath, message: string): RecordingError {
  return new RecordingError(
    'BAD_VALUE',
    placeOfValue(text, path),
    (where) =>
      `This recording can't be opened: ${where} is wrong (${message}). It was changed after it was saved: get the file again from where it came from.`,
  )
}
