/** From an event of the trace to what the ladder and the list of packets show of it. */

import { decodeMessageType, type PacketEvent, toHex } from '@v2scope/bip324'
import type { V1MessageEvent } from '@v2scope/peer'
import type { TimedEvent } from '@v2scope/recording'
import type { WireItem } from './item.js'
import type { KeyScheduleEvent } from './status.js'

const PREVIEW_BYTES = 8

type Described = Pick<WireItem, 'kind' | 'label'> & Partial<WireItem>

/**
 * The item of an event that put bytes on the wire; undefined for every other.
 * @param summary of its message, where it carries one
 * @param previewed whether its first bytes are shown
 */
export function toWireItem(
  event: TimedEvent,
  summary: string | undefined,
  previewed: boolean,
): WireItem | undefined {
  const described = describe(event)
  if (!described || event.direction === 'local' || event.bytes.length === 0) return undefined
  return {
    seq: event.seq,
    time: event.time,
    direction: event.direction,
    wireBytes: event.bytes.length,
    ...described,
    ...(previewed && { preview: toHex(event.bytes.subarray(0, PREVIEW_BYTES)) }),
    ...(summary !== undefined && { summary }),
  }
}

/** Whether the key schedule shows this event. */
export function isKeyScheduleEvent(event: TimedEvent): event is TimedEvent & KeyScheduleEvent {
  switch (event.type) {
    case 'key_sent':
    case 'key_received':
    case 'ecdh_computed':
    case 'keys_derived':
      return true
    default:
      return false
  }
}

function describe(event: TimedEvent): Described | undefined {
  switch (event.type) {
    case 'key_sent':
    case 'key_received':
      return { kind: 'key', label: 'key' }
    case 'garbage_sent':
    case 'garbage_received':
      return { kind: 'garbage', label: 'garbage' }
    case 'terminator_sent':
      return { kind: 'terminator', label: 'terminator' }
    case 'terminator_found':
      return { kind: 'terminator', label: 'terminator', offset: event.offset }
    case 'packet_sent':
    case 'packet_received':
      return describePacket(event)
    case 'v1_message':
      return describeV1(event)
    case 'wire_bytes':
      return { kind: 'unread bytes', label: 'unread bytes' }
    case 'failed':
      return { kind: 'not understood', label: 'not understood' }
    // computations; a message is shown as its packet, what a v1 peer sent as its messages
    default:
      return undefined
  }
}

function describePacket(event: PacketEvent): Described {
  const { number, epoch, contents, aad } = event
  const packet = {
    number,
    epoch,
    contentsBytes: contents.length,
    ...(number === 0 && { aadBytes: aad.length }),
  }
  if (event.kind === 'decoy') return { kind: 'decoy', label: 'decoy', ...packet }
  if (event.kind === 'version') {
    return { kind: 'version packet', label: 'version packet', ...packet }
  }
  const type = decodeMessageType(contents)
  if (!type.ok) return { kind: 'rejected', label: 'rejected', summary: type.rejection, ...packet }
  return { kind: 'message', label: type.messageType, ...packet }
}

const describeV1 = ({ messageType, payload, number }: V1MessageEvent): Described => ({
  kind: 'v1 message',
  label: messageType,
  number,
  contentsBytes: payload.length,
})
