/** What of a v1 message tells something to who only looks. */

import { networkOfMagic, toHex, V1_HEADER_LEN } from '@v2scope/bip324'
import { decodeMessage, type FieldSpan, MessageError } from '@v2scope/messages'
import { isPrintable, LEAST_TEXT } from '../statistics/telling.js'
import { ROW_BYTES, type TellingSpan } from './eavesdropping.js'

/** Of the v1 header: magic 4 ‖ type 12 ‖ length 4 ‖ checksum 4. */
const MAGIC = { start: 0, end: 4 }
const COMMAND = { start: 4, end: 16 }
const LENGTH = { start: 16, end: 20 }
/** Fields of more are not taken apart for the few that are shown. */
const MOST_DECODED = 65_536

/** @param message as v1, whole */
export function tellingSpans(
  message: Uint8Array,
  magic: Uint8Array,
  messageType: string,
): TellingSpan[] {
  const payload = message.subarray(V1_HEADER_LEN)
  const spans: TellingSpan[] = [
    { ...MAGIC, what: 'magic', text: networkOfMagic(magic) ?? toHex(magic) },
    { ...COMMAND, what: 'command', text: messageType },
    { ...LENGTH, what: 'length', text: String(payload.length) },
  ]
  const fields = fieldsOf(messageType, payload)
  const told: TellingSpan[] = []
  for (const [i, field] of fields.entries()) collect(field, fields[i + 1], told)
  const inPayload = withText(payload.subarray(0, ROW_BYTES - V1_HEADER_LEN), told)
  return [...spans, ...inPayload.map(shifted)]
}

const shifted = ({ start, end, ...rest }: TellingSpan): TellingSpan => ({
  start: start + V1_HEADER_LEN,
  end: Math.min(ROW_BYTES, end + V1_HEADER_LEN),
  ...rest,
})

function fieldsOf(messageType: string, payload: Uint8Array): readonly FieldSpan[] {
  if (payload.length > MOST_DECODED) return []
  try {
    return decodeMessage(messageType, payload).fields
  } catch (error) {
    if (error instanceof MessageError) return []
    throw error
  }
}

/** @param next the field behind it: an address's port */
function collect(field: FieldSpan, next: FieldSpan | undefined, told: TellingSpan[]): void {
  const { start, end, fieldKey, value, children } = field
  if (start >= ROW_BYTES - V1_HEADER_LEN) return
  if (fieldKey === 'network address.address' || fieldKey === 'addrv2.address') {
    const port = next?.fieldKey === 'network address.port' ? next : undefined
    const host = value.includes(':') ? `[${value}]` : value
    const text = port ? `${host}:${port.value}` : value
    told.push({ start, end: port?.end ?? end, what: 'address', text })
  } else if (isHash(field)) told.push({ start, end, what: 'hash' })
  else for (const [i, child] of (children ?? []).entries()) collect(child, children?.[i + 1], told)
}

/** What stands under a name that everybody can look up. */
const isHash = ({ fieldKey }: FieldSpan) =>
  fieldKey === 'inventory.hash' ||
  fieldKey === 'locator.hash' ||
  fieldKey === 'block header.previous block' ||
  fieldKey === 'input.previous txid'

/** Adds stretches of ASCII where nothing else is told. */
function withText(bytes: Uint8Array, told: readonly TellingSpan[]): TellingSpan[] {
  const spans = [...told]
  const isTold = (at: number) => told.some(({ start, end }) => at >= start && at < end)
  let from = 0
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte !== undefined && isPrintable(byte) && !isTold(at)) continue
    if (at - from >= LEAST_TEXT) {
      const text = String.fromCharCode(...bytes.subarray(from, at))
      spans.push({ start: from, end: at, what: 'text', text })
    }
    from = at + 1
  }
  return spans.sort((a, b) => a.start - b.start)
}
