/** The pieces that commands are made of: bytes into a shell, and hex out of it. */

import { toHex } from '@v2scope/bip324'

/** Binary to one line of hex; `xxd` is missing from many systems, `od` from none. */
const TO_HEX = "od -An -v -tx1 | tr -d ' \\n'"

/** A pipeline whose output is bytes, and that prints them in hex. */
export const inHex = (...parts: readonly string[]): string => [...parts, TO_HEX].join(' | ')

/** Prints bytes, as binary. */
export const printBytes = (bytes: Uint8Array): string => `printf '${escaped(bytes)}'`

/** Bytes as bash's and zsh's own `printf` takes them: `\xfa\xbf`. */
export const escaped = (bytes: Uint8Array): string => toHex(bytes).replace(/../g, '\\x$&')

/** A program of one line; its text must hold no single quote. */
export const python = (...statements: readonly string[]): string =>
  `python3 -c '${statements.join('; ')}'`

/** A field element or scalar as Python writes it. */
export const int = (bytes: Uint8Array): string => `0x${toHex(bytes)}`

/** Prints an integer as 32 bytes. */
export const printInt = (expression: string): string => `print("%064x" % (${expression}))`
