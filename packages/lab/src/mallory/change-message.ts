/** What Mallory changes in a message. */

import { assertNever, concatBytes } from '@v2scope/bip324'
import { encodeMessage, type Message, MessageError, readMessage } from '@v2scope/messages'
import type { Refusal } from '@v2scope/recording'
import type { MalloryChange, ReadMessage } from './mallory-plan.js'

export interface ChangedMessage {
  readonly payload: Uint8Array
  readonly changed: NonNullable<ReadMessage['changed']>
}

/** @returns undefined where there is nothing to change in it, or what it would be can't be written */
export function changeMessage(
  change: MalloryChange,
  messageType: string,
  payload: Uint8Array,
): ChangedMessage | undefined {
  try {
    const { message } = readMessage(messageType, payload)
    const changed = changedIn(message, change)
    if (!changed) return undefined
    const before = encodeMessage(message)
    const after = encodeMessage(changed.message)
    if (changed.before === changed.after || equal(before, after)) return undefined
    // what comes after the fields that are known stays
    const tail = payload.subarray(before.length)
    const { field, before: was, after: is } = changed
    return { payload: concatBytes(after, tail), changed: { field, before: was, after: is } }
  } catch (error) {
    if (error instanceof MessageError) return undefined
    throw error
  }
}

/** The fee filter that she adds. @throws {MessageError} for a fee rate that can't be written */
export const feeFilterOf = (feeRate: bigint): Uint8Array =>
  encodeMessage({ type: 'feefilter', feeRate })

/** Why this can't be written into a message; undefined where it can. */
export function problemOf(change: MalloryChange): Refusal | undefined {
  try {
    const changed = changedIn(change.kind === 'fee filter' ? FEE_FILTER : VERSION, change)
    if (changed) encodeMessage(changed.message)
    return undefined
  } catch (error) {
    if (!(error instanceof MessageError)) throw error
    return { code: error.code, text: `${error.message}.` }
  }
}

interface Changed extends NonNullable<ReadMessage['changed']> {
  readonly message: Message
}

function changedIn(message: Message, change: MalloryChange): Changed | undefined {
  switch (change.kind) {
    case 'user agent': {
      if (message.type !== 'version') return undefined
      const after = change.text.replaceAll('\\', '\\\\') // as the message writes it
      const changed = { ...message, userAgent: after }
      return { message: changed, field: 'user agent', before: message.userAgent, after }
    }
    case 'start height': {
      if (message.type !== 'version') return undefined
      const { height } = change
      const changed = { ...message, startHeight: height }
      const before = String(message.startHeight)
      return { message: changed, field: 'start height', before, after: String(height) }
    }
    case 'fee filter': {
      if (message.type !== 'feefilter') return undefined
      const { feeRate } = change
      const before = String(message.feeRate)
      return { message: { ...message, feeRate }, field: 'fee rate', before, after: String(feeRate) }
    }
    default:
      return assertNever(change)
  }
}

const equal = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

const NOWHERE = { services: 0n, address: '::', port: 0 } as const

const FEE_FILTER: Message = { type: 'feefilter', feeRate: 0n }
const VERSION: Message = {
  type: 'version',
  version: 0,
  services: 0n,
  timestamp: 0n,
  receiver: NOWHERE,
  sender: NOWHERE,
  nonce: 0n,
  userAgent: '',
  startHeight: 0,
}
