/** Where in a file something is, in words. */

import { findJsonValue, type JsonPath, lineAndColumn } from './json-walk.js'

/** Such as `events[12].bytes`. */
export function pathInWords(path: JsonPath): string {
  if (path.length === 0) return 'the recording'
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')
}

/** Such as `events[12].bytes (line 14)`. */
export function pathAndLine(text: string, path: JsonPath): string {
  const { line } = lineAndColumn(text, findJsonValue(text, path))
  return `${pathInWords(path)} (line ${line})`
}

/** Such as `line 12, column 3`. */
export function offsetInWords(text: string, offset: number): string {
  const { line, column } = lineAndColumn(text, offset)
  return `line ${line}, column ${column}`
}
