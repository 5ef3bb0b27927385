/** Bytes as text to be pasted: as hex, or as a literal of a language. */

import { hexOfByte, toHexText } from '../parts/format.js'

export const COPY_FORMS = ['hex', 'typescript', 'c', 'python', 'rust'] as const
export type CopyForm = (typeof COPY_FORMS)[number]

/** A literal of more bytes is broken into lines of so many. */
const PER_LINE = 16

const WRITE: Readonly<Record<CopyForm, (data: Uint8Array) => string>> = {
  hex: toHexText,
  typescript: (data) => `new Uint8Array([${list(data)}])`,
  c: (data) => `const uint8_t bytes[${data.length}] = {${list(data)}};`,
  python,
  rust: (data) => `const BYTES: [u8; ${data.length}] = [${list(data)}];`,
}

export const copyAs = (form: CopyForm, data: Uint8Array): string => WRITE[form](data)

/** `0x01, 0x02`; of more than a line with a line break at each end. */
function list(data: Uint8Array): string {
  const lines = linesOf(data).map((line) => Array.from(line, (byte) => `0x${hexOfByte(byte)}`))
  if (lines.length <= 1) return lines.map((line) => line.join(', ')).join('')
  return `\n${lines.map((line) => `  ${line.join(', ')},\n`).join('')}`
}

/** Literals that follow each other are one; in parentheses they may be on lines of their own. */
function python(data: Uint8Array): string {
  const lines = linesOf(data).map((line) => {
    const escapes = Array.from(line, (byte) => `\\x${hexOfByte(byte)}`)
    return `b"${escapes.join('')}"`
  })
  if (lines.length <= 1) return lines[0] ?? 'b""'
  return `(\n${lines.map((line) => `    ${line}\n`).join('')})`
}

function linesOf(data: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(data.length / PER_LINE)
  return Array.from({ length: count }, (_, i) => data.subarray(i * PER_LINE, (i + 1) * PER_LINE))
}
