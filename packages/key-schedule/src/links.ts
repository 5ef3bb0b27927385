/** Which node is behind a field on the wire, and which field a node belongs to. */

import type { PacketEvent } from '@v2scope/bip324'
import { REKEY_INTERVAL, type Role } from '@v2scope/bip324'
import { type Cipher, epochKeyId, parseEpochKey } from './ids.js'

/** Of an event, as much as says which keys are behind it. */
export type LinkedEvent =
  | { readonly type: 'key_sent' | 'key_received' | 'terminator_sent' | 'terminator_found' }
  | Pick<PacketEvent, 'type' | 'epoch' | 'lengthKey' | 'packetKey'>

/** Anything that happens has a type; most of it has no key behind it. */
type AnyEvent = LinkedEvent | { readonly type: string }

const isLinked = (event: AnyEvent): event is LinkedEvent => LINKED.has(event.type)
const LINKED: ReadonlySet<string> = new Set<LinkedEvent['type']>([
  'key_sent',
  'key_received',
  'terminator_sent',
  'terminator_found',
  'packet_sent',
  'packet_received',
])

/** The id of the node that a field of an event comes from, or is sealed with. */
export function nodeOfField(event: AnyEvent, field: string): string | undefined {
  if (!isLinked(event)) return undefined
  switch (event.type) {
    case 'key_sent':
      return 'ellswift_ours'
    case 'key_received':
      return 'ellswift_theirs'
    case 'terminator_sent':
      return 'send_garbage_terminator'
    case 'terminator_found':
      return 'recv_garbage_terminator'
    case 'packet_sent':
    case 'packet_received': {
      const of = event.type === 'packet_sent' ? 'sent' : 'received'
      const { epoch } = event
      return field === 'length field'
        ? epochKeyId({ of, cipher: 'FSChaCha20', epoch, key: event.lengthKey })
        : epochKeyId({ of, cipher: 'FSChaCha20Poly1305', epoch, key: event.packetKey })
    }
  }
}

/** Where a node shows on the wire. */
export type NodePlace =
  /** @property half absent: both */
  | {
      readonly item: 'key'
      readonly direction: 'sent' | 'received'
      readonly half?: 'u' | 't'
    }
  | { readonly item: 'terminator'; readonly direction: 'sent' | 'received' }
  /** The first packet under a key. */
  | {
      readonly item: 'packet'
      readonly direction: 'sent' | 'received'
      readonly number: number
      readonly field: 'length field' | 'header'
    }
  | { readonly item: 'session id' }

/** Undefined for what is only computed, and is nowhere on the wire. @param role ours */
export function placeOfNode(id: string, role: Role): NodePlace | undefined {
  const epochKey = parseEpochKey(id)
  if (epochKey) return firstPacket(epochKey.of, epochKey.cipher, epochKey.epoch)
  if (id === 'session_id') return { item: 'session id' }
  const expansion = /^(initiator|responder)_([LP])$/.exec(id)
  if (expansion) {
    const of = expansion[1] === role ? 'sent' : 'received'
    return firstPacket(of, expansion[2] === 'L' ? 'FSChaCha20' : 'FSChaCha20Poly1305', 0)
  }
  if (id === 'send_garbage_terminator' || id === 'recv_garbage_terminator') {
    const direction = id.startsWith('send') ? 'sent' : 'received'
    return { item: 'terminator', direction }
  }
  return placeOfKey(id)
}

function placeOfKey(id: string): NodePlace | undefined {
  const half = id.endsWith('.u')
    ? { half: 'u' as const }
    : id.endsWith('.t') && { half: 't' as const }
  if (/^(ellswift|x)_ours\b/.test(id) || id === 'private_key' || id === 'public_x') {
    return { item: 'key', direction: 'sent', ...half }
  }
  if (/^(ellswift|x)_theirs\b/.test(id)) return { item: 'key', direction: 'received', ...half }
  return undefined
}

const firstPacket = (direction: 'sent' | 'received', cipher: Cipher, epoch: number): NodePlace => ({
  item: 'packet',
  direction,
  number: epoch * REKEY_INTERVAL,
  field: cipher === 'FSChaCha20' ? 'length field' : 'header',
})
