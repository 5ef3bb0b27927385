/** Ready-made ways to be wrong. */

import { concatBytes, DEFAULT_MAX_CONTENTS, encodeMessageType } from '@v2scope/bip324'
import { decodeMessage, type FieldSpan, MessageError } from '@v2scope/messages'

export type WrongName =
  | 'cut'
  | 'behind'
  | 'count'
  | 'too big'
  | 'short id'
  | 'after NUL'
  | 'character'
  | 'cut type'
  | 'empty'

/** A message that is still right. */
export interface RightMessage {
  readonly messageType: string
  /** As the contents begin: 1 or 13 bytes. */
  readonly typeBytes: Uint8Array
  readonly payload: Uint8Array
  /** For `short id`. */
  readonly shortId: number
}

export interface Wrong {
  /** The rule that it breaks, where one of the transport's. */
  readonly row?: string
  /** Whether the type is what's wrong: v1 has no such types. */
  readonly ofType: boolean
  /** Only a type is sent, or not even that. */
  readonly withoutPayload?: true
  /** @returns the payload, or for a wrong type the contents; undefined where it can't be done */
  readonly make: (right: RightMessage) => Uint8Array | undefined
}

const BEHIND = Uint8Array.of(0xde, 0xad, 0xbe, 0xef)
/** Somewhere in the middle of a long form. */
const CUT_TYPE_LEN = 6
const NOT_ASCII = 0x80
const LETTER_X = 0x78
/** The first character, and the last two, of a long form of 13 bytes. */
const FIRST_CHARACTER = 1
const BEFORE_LAST = 11
const LAST = 12

const longForm = ({ messageType }: RightMessage) => encodeMessageType(messageType, 'long')

export const WRONGS: Readonly<Record<WrongName, Wrong>> = {
  cut: {
    ofType: false,
    make: ({ payload }) => (payload.length === 0 ? undefined : payload.slice(0, -1)),
  },
  behind: {
    ofType: false,
    make: ({ payload }) => concatBytes(payload, BEHIND),
  },
  count: {
    ofType: false,
    make: widenFirstCount,
  },
  'too big': {
    row: 'P3',
    ofType: false,
    make: ({ payload, typeBytes }) => {
      const length = DEFAULT_MAX_CONTENTS + 1 - typeBytes.length
      return concatBytes(payload, new Uint8Array(Math.max(length - payload.length, 0)))
    },
  },
  'short id': {
    row: 'A5',
    ofType: true,
    make: ({ shortId, payload }) => concatBytes(Uint8Array.of(shortId), payload),
  },
  'after NUL': {
    row: 'A5',
    ofType: true,
    make: (right) =>
      concatBytes(changed(longForm(right), [BEFORE_LAST, 0], [LAST, LETTER_X]), right.payload),
  },
  character: {
    row: 'A5',
    ofType: true,
    make: (right) =>
      concatBytes(changed(longForm(right), [FIRST_CHARACTER, NOT_ASCII]), right.payload),
  },
  'cut type': {
    row: 'A5',
    ofType: true,
    withoutPayload: true,
    make: (right) => longForm(right).slice(0, CUT_TYPE_LEN),
  },
  empty: {
    row: 'A5',
    ofType: true,
    withoutPayload: true,
    make: () => new Uint8Array(0),
  },
}

export const WRONG_NAMES: readonly WrongName[] = [
  'cut',
  'behind',
  'count',
  'too big',
  'short id',
  'after NUL',
  'character',
  'cut type',
  'empty',
]

export const isWrongName = (name: string): name is WrongName =>
  WRONG_NAMES.some((known) => known === name)

function changed(bytes: Uint8Array, ...changes: (readonly [at: number, byte: number])[]) {
  const copy = bytes.slice()
  for (const [at, byte] of changes) copy[at] = byte
  return copy
}

/** A CompactSize by its length in bytes: what the next longer form begins with, and its length. */
const WIDER: ReadonlyMap<number, { readonly prefix: number; readonly length: number }> = new Map([
  [1, { prefix: 0xfd, length: 3 }],
  [3, { prefix: 0xfe, length: 5 }],
  [5, { prefix: 0xff, length: 9 }],
])

function widenFirstCount({ messageType, payload }: RightMessage): Uint8Array | undefined {
  const span = firstCount(messageType, payload)
  const wider = span && WIDER.get(span.end - span.start)
  if (!span || !wider) return undefined
  const own = payload.subarray(span.start, span.end)
  const field = new Uint8Array(wider.length)
  field.set(own.length === 1 ? own : own.subarray(1), 1)
  field[0] = wider.prefix
  return concatBytes(payload.subarray(0, span.start), field, payload.subarray(span.end))
}

function firstCount(messageType: string, payload: Uint8Array): FieldSpan | undefined {
  try {
    return findCount(decodeMessage(messageType, payload).fields)
  } catch (error) {
    if (error instanceof MessageError) return undefined
    throw error
  }
}

/** Counts and lengths are named so, and are fields without parts. */
function findCount(spans: readonly FieldSpan[]): FieldSpan | undefined {
  for (const span of spans) {
    const found = span.children
      ? findCount(span.children)
      : /\b(count|length)$/.test(span.name) && WIDER.has(span.end - span.start)
        ? span
        : undefined
    if (found) return found
  }
  return undefined
}
