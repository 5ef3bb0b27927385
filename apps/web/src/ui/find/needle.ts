/** From what is written in the find bar to the bytes that are looked for. */

import type { Needle } from '../../session/find.js'

export const FIND_MODES = ['auto', 'hex', 'text'] as const
export type FindMode = (typeof FIND_MODES)[number]

export type ParsedNeedle =
  | { readonly state: 'empty' }
  | { readonly state: 'ready'; readonly needle: Needle; readonly as: 'hex' | 'text' }
  | { readonly state: 'wrong'; readonly problem: HexProblem }

export type HexProblem =
  | { readonly code: 'NO_HEX_DIGIT'; readonly letter: string }
  | { readonly code: 'ODD_DIGITS'; readonly count: number }

/** What stands between bytes in hex, as others print them. */
const BETWEEN = /0x|\\x|[\s,:_-]/gi
const WHOLE_BYTES = /^(?:[0-9a-f]{2})+$/i

/** @param mode `auto`: what can be bytes in hex is */
export function parseNeedle(text: string, mode: FindMode): ParsedNeedle {
  const digits = text.replace(BETWEEN, '')
  if (mode === 'text' || (mode === 'auto' && !WHOLE_BYTES.test(digits))) {
    const bytes = new TextEncoder().encode(text)
    if (bytes.length === 0) return { state: 'empty' }
    return { state: 'ready', needle: { bytes, anyCase: true }, as: 'text' }
  }
  if (digits === '') return { state: 'empty' }
  const [letter] = /[^0-9a-f]/iu.exec(digits) ?? []
  if (letter !== undefined) return { state: 'wrong', problem: { code: 'NO_HEX_DIGIT', letter } }
  if (digits.length % 2 === 1) {
    return { state: 'wrong', problem: { code: 'ODD_DIGITS', count: digits.length } }
  }
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return { state: 'ready', needle: { bytes, anyCase: false }, as: 'hex' }
}
