/** What the values in the file are made of. Each is declared once, for reading, writing and the schema. */

import * as z from 'zod'
import { decodeHex, encodeHex } from './hex.js'

// zod is not to make code out of strings: a Content-Security-Policy forbids it, and reports the attempt
z.config({ jitless: true })

/** The length, in bytes, of a secret that was left out. */
export const NO_BYTES = 0

/** Bytes as lower-case hex. @param lengths in bytes, where only these can be */
export function bytes(what: string, ...lengths: readonly number[]) {
  const fits = ({ length }: Uint8Array) => lengths.length === 0 || lengths.includes(length)
  const inMemory = z
    .custom<Uint8Array>((value) => value instanceof Uint8Array, 'not an array of bytes')
    .refine(fits, { message: `${what}: not ${lengths.join(' or ')} bytes long` })
  return z.codec(z.string().meta({ description: what, pattern: hexPattern(lengths) }), inMemory, {
    decode: (hex, { issues }) => {
      const value = decodeHex(hex)
      if (value) return value
      issues.push({
        code: 'custom',
        input: hex,
        message: 'not an even number of the digits 0-9 and a-f',
      })
      return z.NEVER
    },
    encode: encodeHex,
  })
}

const hexPattern = (lengths: readonly number[]) =>
  lengths.length === 0
    ? '^([0-9a-f]{2})*$'
    : `^(${lengths.map((length) => `[0-9a-f]{${2 * length}}`).join('|')})$`

/** A whole number, 0 or more. */
export const count = (what: string) => z.int().min(0).describe(what)

/** A number of ms; whole or not. */
export const milliseconds = (what: string) =>
  z.number().min(0).max(Number.MAX_SAFE_INTEGER).describe(what)

export const text = (what: string) => z.string().describe(what)

/** `null` in the file. */
const nothing = z.codec(z.null(), z.undefined(), { decode: () => undefined, encode: () => null })

/** Told as `null` where it isn't there. */
export const orNull = <T extends z.ZodType>(value: T, what: string) =>
  z.union([value, nothing]).describe(what)

export const role = z
  .enum(['initiator', 'responder'])
  .describe('Whose side: the initiator dialled, the responder was dialled.')

/** What every event begins with, but for its type. */
export const eventBase = {
  seq: count('The number of the event. Later events have higher ones; some may be missing.'),
  time: milliseconds('In ms from the start of the session. It never goes back.'),
  role,
  direction: z
    .enum(['sent', 'received', 'local'])
    .describe('On the wire by whom, as the recording side sees it; local: nothing on the wire.'),
  bytes: bytes('What was on the wire, or the contents of a message; empty for a computation.'),
}

/** Spans of `bytes`. */
export const fields = <Name extends string>(...names: readonly [Name, ...Name[]]) =>
  z
    .array(
      z.strictObject({
        name: z.enum(names),
        start: count('The first byte.'),
        end: count('The byte after the last.'),
        row: text('The row of the protocol that puts them there, such as P1; may be empty.'),
      }),
    )
    .describe('Named spans of `bytes`: in order, with no gap and no overlap.')
