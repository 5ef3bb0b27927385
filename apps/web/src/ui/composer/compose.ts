/** From what was typed to the bytes that will be sent, or to what is wrong with it. */

import {
  concatBytes,
  encodeMessageType,
  LocalProtocolError,
  PACKET_OVERHEAD,
  V1_HEADER_LEN,
} from '@v2scope/bip324'
import { encodeForm, MessageError, messageForm } from '@v2scope/messages'
import { type ComposerState, draftOf } from './composer-store.js'
import { pathOfError } from './error-path.js'
import { readHex } from './hex-text.js'
import type { Problem } from './problem.js'
import { readDraft } from './read-draft.js'
import { UNKNOWN_IDS } from './unknown-ids.js'
import { WRONGS } from './wrongs.js'

/** How it goes to the session. */
export type Order =
  | {
      readonly as: 'message'
      readonly messageType: string
      readonly payload: Uint8Array
      readonly form: 'short' | 'long'
    }
  | { readonly as: 'contents'; readonly contents: Uint8Array }

export interface Composed {
  readonly order: Order
  /** Type and payload; in v1, which has no contents, the payload. */
  readonly contents: Uint8Array
  /** How many of the contents are the type: 0, 1 or 13. */
  readonly typeLength: number
  /** Bytes on the wire. */
  readonly wireLength: number
}

export type Composition =
  | { readonly ok: true; readonly composed: Composed }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export interface Surroundings {
  /** No packets, no short types: a type is 12 bytes of the header. */
  readonly v1: boolean
  /** Seconds from 1970. */
  readonly now: bigint
}

/** Paths of problems that are not about a field of the form. */
export const PLACES = { type: '#type', hex: '#hex', shortId: '#short id' } as const

/** Stops a composition; caught here. */
class Wrong extends Error {
  readonly problems: readonly Problem[]
  constructor(...problems: readonly Problem[]) {
    super(problems[0]?.code)
    this.problems = problems
  }
}

/** The payload before it is made wrong; undefined where the form is not right yet. */
export function rightPayload(state: ComposerState, now: bigint): Uint8Array | undefined {
  try {
    return state.subject.kind === 'known'
      ? payloadOrWrong(state, state.subject.type, now)
      : hexOrWrong(state.otherPayload)
  } catch (error) {
    if (error instanceof Wrong) return undefined
    throw error
  }
}

/** Never throws on account of what was typed. */
export function compose(state: ComposerState, surroundings: Surroundings): Composition {
  try {
    const { subject } = state
    const composed =
      subject.kind === 'raw'
        ? composeRaw(state, surroundings)
        : composeMessage(state, subject, surroundings)
    return { ok: true, composed }
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problems: error.problems }
    throw error
  }
}

function composeRaw({ rawContents }: ComposerState, { v1 }: Surroundings): Composed {
  if (v1) throw new Wrong({ path: '', code: 'NO_CONTENTS_IN_V1' })
  return asContents(hexOrWrong(rawContents), 0)
}

function composeMessage(
  state: ComposerState,
  subject: Exclude<ComposerState['subject'], { kind: 'raw' }>,
  { v1, now }: Surroundings,
): Composed {
  const messageType = subject.kind === 'known' ? subject.type : state.otherType
  const form = state.typeForm
  const typeBytes = typeOrWrong(messageType, form)
  const payload =
    subject.kind === 'known'
      ? payloadOrWrong(state, subject.type, now)
      : hexOrWrong(state.otherPayload)
  const wrong = state.wrong === undefined ? undefined : WRONGS[state.wrong]
  if (!wrong) return asMessage({ as: 'message', messageType, payload, form }, typeBytes, v1)
  if (wrong.ofType && v1) throw new Wrong({ path: '', code: 'NO_SUCH_TYPE_IN_V1' })
  const shortId = state.wrong === 'short id' ? shortIdOrWrong(state.shortId) : UNKNOWN_IDS.first
  const bytes = wrong.make({ messageType, typeBytes, payload, shortId })
  if (!bytes) throw new Wrong({ path: '', code: 'CANNOT_BE_WRONG' })
  if (wrong.ofType) {
    return asContents(bytes, bytes.length - (wrong.withoutPayload ? 0 : payload.length))
  }
  return asMessage({ as: 'message', messageType, payload: bytes, form }, typeBytes, v1)
}

function asMessage(
  order: Extract<Order, { as: 'message' }>,
  typeBytes: Uint8Array,
  v1: boolean,
): Composed {
  if (v1) {
    const { payload } = order
    return { order, contents: payload, typeLength: 0, wireLength: V1_HEADER_LEN + payload.length }
  }
  const contents = concatBytes(typeBytes, order.payload)
  const wireLength = PACKET_OVERHEAD + contents.length
  return { order, contents, typeLength: typeBytes.length, wireLength }
}

function asContents(contents: Uint8Array, typeLength: number): Composed {
  const wireLength = PACKET_OVERHEAD + contents.length
  return { order: { as: 'contents', contents }, contents, typeLength, wireLength }
}

function hexOrWrong(text: string): Uint8Array {
  const reading = readHex(text)
  if (!reading.ok) throw new Wrong({ path: PLACES.hex, ...reading.why })
  return reading.bytes
}

function shortIdOrWrong(text: string): number {
  const id = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  if (id >= UNKNOWN_IDS.least && id <= UNKNOWN_IDS.most) return id
  throw new Wrong({ path: PLACES.shortId, code: 'KNOWN_SHORT_ID' })
}

function typeOrWrong(messageType: string, form: 'short' | 'long'): Uint8Array {
  if (messageType === '') throw new Wrong({ path: PLACES.type, code: 'TYPE_MISSING' })
  try {
    return encodeMessageType(messageType, form === 'long' ? 'long' : undefined)
  } catch (error) {
    if (!(error instanceof LocalProtocolError)) throw error
    throw new Wrong({ path: PLACES.type, code: 'BAD_TYPE' })
  }
}

function payloadOrWrong(state: ComposerState, type: string, now: bigint): Uint8Array {
  const byHand = state.byHand[type]
  return byHand === undefined ? formPayload(state, type, now) : hexOrWrong(byHand)
}

function formPayload(state: ComposerState, type: string, now: bigint): Uint8Array {
  const form = messageForm(type)
  if (form === undefined) throw new RangeError(`There is no form for "${type}"`)
  const reading = readDraft(form, draftOf(state, type), now)
  if (!reading.ok) throw new Wrong(...reading.problems)
  try {
    return encodeForm(type, reading.value)
  } catch (error) {
    if (!(error instanceof MessageError)) throw error
    const { code: why, message, field } = error
    const path = pathOfError(form, reading.value, field)
    throw new Wrong({ path, code: 'REFUSED', why, message })
  }
}
