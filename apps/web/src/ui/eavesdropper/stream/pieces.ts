/** A row's bytes in lines, and each line in pieces of what it tells. */

import type { TellingSpan } from '@v2scope/eavesdropper'

export interface Piece {
  readonly start: number
  readonly end: number
  /** Undefined: it tells nothing. */
  readonly what: TellingSpan['what'] | undefined
}

export interface Line {
  readonly start: number
  readonly pieces: readonly Piece[]
}

/** @param length in bytes @param spans that do not overlap @param perLine in bytes */
export function linesOf(length: number, spans: readonly TellingSpan[], perLine: number): Line[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const lines: Line[] = []
  for (let start = 0; start < length; start += perLine) {
    lines.push({ start, pieces: piecesOf(start, Math.min(start + perLine, length), sorted) })
  }
  return lines
}

function piecesOf(from: number, to: number, spans: readonly TellingSpan[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const { start, end, what } of spans) {
    if (end <= at || start >= to) continue
    if (start > at) pieces.push({ start: at, end: start, what: undefined })
    const next = Math.min(end, to)
    pieces.push({ start: Math.max(start, at), end: next, what })
    at = next
  }
  if (at < to) pieces.push({ start: at, end: to, what: undefined })
  return pieces
}

/** As printed: what is no visible ASCII is a dot. */
export function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'
  return text
}
