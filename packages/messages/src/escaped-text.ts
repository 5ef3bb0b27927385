/** Text that a peer chooses freely and that may be any bytes, in printable ASCII. */

const BACKSLASH = 0x5c
const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e

function showByte(byte: number): string {
  if (byte === BACKSLASH) return '\\\\'
  if (isPrintable(byte)) return String.fromCharCode(byte)
  return `\\x${byte.toString(16).padStart(2, '0')}`
}

/**
 * Bytes as text in printable ASCII: a backslash is doubled and every byte outside 0x20..0x7e
 * becomes `\xNN`. No two byte strings give the same text, and nothing in it can turn the direction
 * of writing or break a line where it is shown.
 */
export function showEscaped(bytes: Uint8Array): string {
  return Array.from(bytes, showByte).join('')
}

/**
 * The bytes that `showEscaped` gives this text for.
 *
 * @throws Error if there are none: a character outside printable ASCII, or an escape that is not
 * the one form that `showEscaped` writes.
 */
export function parseEscaped(text: string): Uint8Array {
  const bytes = (text.match(/\\x[0-9a-f]{2}|\\\\|[\s\S]/g) ?? []).map((part) => {
    if (part === '\\\\') return BACKSLASH
    return part.length > 1 ? Number.parseInt(part.slice(2), 16) : part.charCodeAt(0)
  })
  const parsed = Uint8Array.from(bytes)
  if (showEscaped(parsed) !== text) {
    throw new Error('printable ASCII only; write \\\\ for a backslash and \\xNN for any other byte')
  }
  return parsed
}
