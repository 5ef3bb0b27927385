/** Where in a file something is. */

import { findJsonValue, type JsonPath, lineAndColumn } from './json-walk.js'
import type { RecordingPlace } from './recording-error.js'

/** Such as `events[12].bytes`; empty for the recording itself. */
export const pathAsText = (path: JsonPath): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')

/** Of a value, by its path. */
export function placeOfValue(text: string, path: JsonPath): RecordingPlace {
  const { line } = lineAndColumn(text, findJsonValue(text, path))
  return { line, path: pathAsText(path) }
}
